'use client';
import { figure } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { nameSlot } from '@/language/name-slot';
import { useScrub } from '@/timeline/scrub-context';
import { slotNames } from '@/timeline/scrub-view';
import type { MapPicture } from './country-strength';
import { amountsOf } from './map-difference';

/** The map as a table: country, amount, what gives it; beside a pin the amount there, and who is named there alone. */
export function MapTable({
  picture,
  pinned,
  nameOf,
}: {
  readonly picture: MapPicture;
  /** At the pin; its amounts stand in a column of their own. */
  readonly pinned: MapPicture | null;
  readonly nameOf: (iso: string) => string;
}) {
  const { locale, t } = useLanguage();
  const { reader, view } = useScrub();
  const before = pinned && amountsOf(pinned);
  const named = new Set(picture.countries.map(({ iso }) => iso));
  const gone = (pinned?.countries ?? [])
    .filter(({ iso }) => !named.has(iso))
    .map((country) => ({ ...country, amount: 0, soon: false }));
  const said = (amount: number): string =>
    amount > 0 ? `${figure(amount)}${picture.measure === 'rate' ? '%' : ''}` : '';
  return (
    <table className="data">
      <caption className="vh">{t(`screen.map.caption.${picture.measure}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('screen.column.country')}</th>
          {before ? (
            <th scope="col" className="r">
              {t('scrub.pair.a')}
            </th>
          ) : null}
          <th scope="col" className="r">
            {t(picture.measure === 'rate' ? 'screen.column.rate' : 'screen.column.count')}
          </th>
          <th scope="col">{t('screen.column.measure')}</th>
        </tr>
      </thead>
      <tbody>
        {[...picture.countries, ...gone].map(({ iso, amount, index, soon }) => {
          const id = picture.slots[index] ?? pinned?.slots[index] ?? '';
          const names = reader ? slotNames(reader, index) : view.names[id];
          const { who, what } = nameSlot(names, locale, t);
          return (
            <tr key={iso}>
              <th scope="row">{nameOf(iso)}</th>
              {before ? <td className="r num">{said(before.get(iso) ?? 0)}</td> : null}
              <td className="r num">
                {said(amount)}
                {soon ? ` ${t('screen.map.soon')}` : ''}
              </td>
              <td>{what || who}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
