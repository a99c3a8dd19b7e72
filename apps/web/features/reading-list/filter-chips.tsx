'use client';
import { useLanguage } from '@/language/language-provider';
import { FAMILY_ORDER } from '@/timeline/family-order';
import { useScrub } from '@/timeline/scrub-context';
import { REGION_TOKEN } from '@/timeline/slot-filter';

/** One press narrows the list to a family, to Japan or to Latin America; pressed again it widens. */
export function FilterChips() {
  const { t } = useLanguage();
  const { view, filter, setFilter } = useScrub();
  const chips: readonly { readonly token: string; readonly label: string }[] = [
    { token: 'JPN', label: t('list.japan') },
    { token: REGION_TOKEN, label: t('list.region') },
    ...FAMILY_ORDER.filter((family) => view.frame.families.includes(family)).map((family) => ({
      token: family.toLowerCase(),
      label: t(`family.${family}`),
    })),
  ];
  const pressed = (token: string): boolean =>
    filter.some((given) => given.toLowerCase() === token.toLowerCase());
  const toggle = (token: string): void =>
    setFilter(
      pressed(token)
        ? filter.filter((given) => given.toLowerCase() !== token.toLowerCase())
        : [...filter, token],
    );
  return (
    <fieldset className="chips-row">
      <legend className="vh">{t('list.filters')}</legend>
      <button type="button" className="chip" aria-pressed={filter.length === 0} onClick={() => setFilter([])}>
        {t('list.all')}
      </button>
      {chips.map(({ token, label }) => (
        <button
          key={token}
          type="button"
          className="chip"
          aria-pressed={pressed(token)}
          onClick={() => toggle(token)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
