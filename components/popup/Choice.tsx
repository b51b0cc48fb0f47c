/** One choice of a few, with its label. */
import { useId } from 'react';

export interface ChoiceProps<Value extends string> {
  label: string;
  /** The choices, each with its words, in the order in which they are shown. */
  options: readonly (readonly [value: Value, words: string])[];
  value: Value;
  onChange(value: Value): void;
}

export function Choice<Value extends string>({ label, options, value, onChange }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => {
          const [chosen] = options[target.selectedIndex] ?? [];
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
