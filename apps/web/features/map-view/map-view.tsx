'use client';
import { formatDay } from '@policy-timeline/domain';
import dynamic from 'next/dynamic';
import { useEffect, useMemo, useState } from 'react';
import { spellMonthDay } from '@/language/format-day';
import { inLocale } from '@/language/format-value';
import { knowledgeWord } from '@/language/knowledge-word';
import { useLanguage } from '@/language/language-provider';
import { useScrub } from '@/timeline/scrub-context';
import { PictureFrame } from '@/ui/picture-frame';
import { usePhone } from '@/ui/use-phone';
import { type MapPicture, pictureOf, StrengthIndex } from './country-strength';
import { DifferenceLine } from './difference-line';
import { differenceOf } from './map-difference';
import { MapLegend } from './map-legend';
import { RateStrip } from './rate-strip';
import { fetchWorld, type WorldShapes } from './world';
import { WorldMap } from './world-map';

const MapTable = dynamic(() => import('./map-table').then((module) => module.MapTable), { ssr: false });

/**
 * Countries by the strength of what names them; under the hand only the classes of countries that changed are written.
 * Beside a pin: two maps of one scale, A above.
 */
export function MapView() {
  const { locale, t } = useLanguage();
  const scrub = useScrub();
  const { reader, slots, view, firstPicture, select } = scrub;
  const { place } = view;
  const phone = usePhone();
  const [world, setWorld] = useState<WorldShapes | 'missing' | null>(null);
  const strengths = useMemo(() => (reader ? new StrengthIndex(reader, slots) : null), [reader, slots]);
  const picture = useMemo<MapPicture | null>(
    () =>
      strengths
        ? pictureOf(strengths, place)
        : firstPicture?.kind === 'map'
          ? (firstPicture as MapPicture)
          : null,
    [strengths, place, firstPicture],
  );
  useEffect(() => {
    fetchWorld().then(setWorld, () => setWorld('missing'));
  }, []);
  const pin = scrub.pin;
  const pinnedPicture = useMemo(
    () => (strengths && pin ? pictureOf(strengths, pin) : null),
    [strengths, pin],
  );
  if (!picture) return <p className="empty q">{t('screen.loading')}</p>;
  const planned = view.place.knowledge.mode === 'fixed' && view.place.knowledge.day < place.date;
  const title = t(`screen.map.${picture.measure}${planned ? 'Plan' : ''}`, {
    day: spellMonthDay(place.date, locale),
  });
  const chosen = new Set(
    view.reason ? (view.names[view.reason.slot]?.partners.map(({ id }) => id) ?? []) : [],
  );
  const nameOf = (iso: string): string =>
    picture.names[iso] ? inLocale(picture.names[iso], locale) : (reader?.pack.parties[iso]?.[locale] ?? iso);
  const choose = (iso: string): void => {
    const shown = [picture, pinnedPicture].flatMap((of) => {
      const index = of?.countries.find((country) => country.iso === iso)?.index;
      return of && index !== undefined ? [of.slots[index]] : [];
    })[0];
    if (shown) select(shown);
  };
  const shared = { chosen, nameOf, onChoose: choose };
  const described = t('screen.map.described', { count: picture.countries.length });
  const pinned = pin && {
    picture: pinnedPicture,
    caption: t('scrub.pair.then', { day: formatDay(pin.date), knowledge: knowledgeWord(pin.knowledge, t) }),
    captionHere: t('scrub.pair.now', {
      day: formatDay(place.date),
      knowledge: knowledgeWord(place.knowledge, t),
    }),
    difference: pinnedPicture && differenceOf(pinnedPicture, picture),
  };
  return (
    <PictureFrame
      name="map"
      title={title}
      table={<MapTable picture={picture} pinned={pinned?.picture ?? null} nameOf={nameOf} />}
    >
      <div className="map" data-pair={pinned !== null}>
        {world === 'missing' ? (
          <p className="empty q">{t('screen.map.missing')}</p>
        ) : (
          <>
            {pinned ? (
              <figure>
                <figcaption>
                  <span>{pinned.caption}</span>
                </figcaption>
                <WorldMap
                  {...shared}
                  world={world}
                  picture={pinned.picture ?? { measure: picture.measure, countries: [] }}
                  label={`${pinned.caption}. ${described}`}
                  follows={null}
                />
              </figure>
            ) : null}
            <figure>
              {pinned ? (
                <figcaption>
                  <span>{pinned.captionHere}</span>
                </figcaption>
              ) : null}
              <WorldMap
                {...shared}
                world={world}
                picture={picture}
                label={`${title}. ${described}`}
                follows={phone ? null : strengths}
                {...(pinned?.difference ? { differing: pinned.difference.all } : {})}
              />
            </figure>
          </>
        )}
        <MapLegend measure={picture.measure} />
      </div>
      {pinned?.difference ? (
        <DifferenceLine difference={pinned.difference} />
      ) : (
        <RateStrip picture={picture} chosen={chosen} nameOf={nameOf} onChoose={choose} />
      )}
    </PictureFrame>
  );
}
