/** The toolbar button's badge: how many mentions the page has; grey where annotations are off. */
import { browser } from 'wxt/browser';

const ON = '#1d4f91';
const OFF = '#6b7280';

/**
 * Sets a tab's badge.
 * @param state the count of mentions, of which none shows nothing, or `off`
 */
export async function setBadge(tabId: number, state: number | 'off'): Promise<void> {
  const text = state === 'off' ? '–' : state === 0 ? '' : String(state);
  try {
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setBadgeBackgroundColor({ tabId, color: state === 'off' ? OFF : ON });
    await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
  } catch {
    // The tab is gone, and its badge with it.
  }
}
