/** A button of the card that shows a sign alone: its name is told to screen readers, and shown when it is pointed at. */
import type { ReactNode } from 'react';

export interface IconButtonProps {
  label: string;
  /** What pressing it does, where that changes. Default: the label */
  title?: string;
  /** Whether it is pressed in; left out of buttons that do not stay so. */
  pressed?: boolean;
  /** Whether the keyboard's focus comes here first. */
  isFirst?: boolean;
  onClick(): void;
  children: ReactNode;
}

export function IconButton({ label, title = label, pressed, isFirst, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-pressed={pressed}
      title={title}
      aria-label={label}
      onClick={onClick}
      data-first-focus={isFirst ? '' : undefined}
    >
      {children}
    </button>
  );
}
