import type { Text } from '@policy-timeline/domain';
import { inLocale } from '@/language/format-value';
import { subjectHref } from '@/language/href';
import type { Locale } from '@/language/locale';
import { attributeName } from '@/language/name-slot';
import type { Translate } from '@/language/translate';
import type { WireReading } from '@/lib/wire-reading';
import { StatusMark } from './status-mark';

/** Whose slot a row of a table is: the subject by its title, and which of its attributes. */
export function SlotSubject({
  slot,
  subject,
  locale,
  t,
}: {
  readonly slot: string;
  /** Undefined where the answer does not tell it. */
  readonly subject: { readonly id: string; readonly title: Text } | undefined;
  readonly locale: Locale;
  readonly t: Translate;
}) {
  const [, attribute] = slot.split('#');
  return (
    <>
      {subject ? (
        <a className="quiet" href={subjectHref(locale, subject.id)}>
          {inLocale(subject.title, locale)}
        </a>
      ) : (
        slot
      )}
      {attribute === undefined ? null : <span className="q"> {attributeName(attribute, t)}</span>}
    </>
  );
}

/** The status of a row, as mark and word. */
export function StatusWord({
  reading: { status, projected },
  t,
}: {
  readonly reading: Pick<WireReading, 'status' | 'projected'>;
  readonly t: Translate;
}) {
  return (
    <span className="word">
      <StatusMark status={status} projected={projected} word="" />
      {t(`status.${status}`)}
    </span>
  );
}
