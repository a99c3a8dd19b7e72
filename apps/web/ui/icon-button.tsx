import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icon';

/** A button that is an icon alone: its label is read out, and shown where the pointer rests. */
export function IconButton({
  icon,
  label,
  look = '',
  ...button
}: {
  readonly icon: IconName;
  readonly label: string;
  /** Further classes, with a space before each. */
  readonly look?: ` ${string}` | '';
} & Omit<ComponentProps<'button'>, 'type' | 'className' | 'aria-label' | 'title' | 'children'>) {
  return (
    <button type="button" className={`ib${look}`} aria-label={label} title={label} {...button}>
      <Icon name={icon} />
    </button>
  );
}
