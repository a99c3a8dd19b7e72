'use client';
import { figure } from '@/language/format-value';
import { useLanguage } from '@/language/language-provider';
import { nameSlot } from '@/language/name-slot';
import { useScrub } from '@/timeline/scrub-context';
import { slotNames } from '@/timeline/scrub-view';
import type { MapPicture } from './country-strength';

/** The map as a table: country, amount, what gives it. */
export function MapTable({
  picture,
  nameOf,
}: {
  readonly picture: MapPicture;
  readonly nameOf: (iso: string) => string;
}) {
  const { locale, t } = useLanguage();
  const { reader, view } = useScrub();
  return (
    <table className="data">
      <caption className="vh">{t(`screen.map.caption.${picture.measure}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('screen.column.country')}</th>
          <th scope="col" className="r">
            {t(picture.measure === 'rate' ? 'screen.column.rate' : 'screen.column.count')}
          </th>
          <th scope="col">{t('screen.column.measure')}</th>
        </tr>
      </thead>
      <tbody>
        {picture.countries.map(({ iso, amount, index, soon }) => {
          const id = picture.slots[index] ?? '';
          const names = reader ? slotNames(reader, index) : view.names[id];
          const { who, what } = nameSlot(names, locale, t);
          return (
            <tr key={iso}>
              <th scope="row">{nameOf(iso)}</th>
              <td className="r num">
                {amount > 0 ? `${figure(amount)}${picture.measure === 'rate' ? '%' : ''}` : ''}
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
