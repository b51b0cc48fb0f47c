/** What a reader does to have a page show more, without a change that is watched: names of events. */
export const ACTIVITY = ['pointerup', 'keyup', 'scrollend'] as const;
