/** Signs of the interface, from Lucide's set, and pictures that come as data. Rendered as elements, never as markup. */
import { ChevronLeft, Copy, EyeOff, Pin, X } from 'lucide';
import { createElement, type ReactElement } from 'react';
import type { Drawing, Shape } from '../lib/dataset/drawing.ts';

function elementOf([tag, attributes, within = []]: Shape): ReactElement {
  return createElement(tag, attributes, ...within.map(elementOf));
}

/** A picture in colours of its own. Decorative: the words beside it say what it is. */
export function Picture({ drawing: { viewBox, shapes }, className }: { drawing: Drawing; className: string }) {
  return createElement('svg', { className, viewBox, 'aria-hidden': true }, ...shapes.map(elementOf));
}

/**
 * A sign in the colour of the text around it, drawn in lines on a square of 24 units. Decorative too.
 * @param manner `directed`: turns with the direction of reading; `filling`: a button that is pressed fills it
 */
export function Icon({ shapes, manner }: { shapes: readonly Shape[]; manner?: 'directed' | 'filling' }) {
  const className = manner ? `icon icon-${manner}` : 'icon';
  return <Picture drawing={{ viewBox: '0 0 24 24', shapes }} className={className} />;
}

export function CloseIcon() {
  return <Icon shapes={X} />;
}

/** The pin; a button that is pressed fills it. */
export function PinIcon() {
  return <Icon shapes={Pin} manner="filling" />;
}

/** Points to where the reading began, which in right-to-left texts is the right. */
export function BackIcon() {
  return <Icon shapes={ChevronLeft} manner="directed" />;
}

export function CopyIcon() {
  return <Icon shapes={Copy} />;
}

/** An eye that is struck out. */
export function MuteIcon() {
  return <Icon shapes={EyeOff} />;
}
