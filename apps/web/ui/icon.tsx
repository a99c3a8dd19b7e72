export type IconName =
  | 'search'
  | 'prev'
  | 'next'
  | 'prevc'
  | 'nextc'
  | 'play'
  | 'pause'
  | 'down'
  | 'link'
  | 'cal'
  | 'check'
  | 'retro'
  | 'known'
  | 'caret'
  | 'help'
  | 'close'
  | 'pen'
  | 'table'
  | 'menu';

/** An icon of the sprite; what it means is said by its button. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="i" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}
