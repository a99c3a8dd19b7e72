import { IconSymbols } from './icon-symbols';
import { StatusSymbols } from './status-symbols';

/** Every mark and icon once per page; `<Icon>` and `<StatusMark>` point at them, and the hot path swaps them by name. */
export function Sprite() {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
      <defs>
        <StatusSymbols />
        <IconSymbols />
      </defs>
    </svg>
  );
}
