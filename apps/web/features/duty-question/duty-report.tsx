import { type Day, formatDay } from '@policy-timeline/domain';
import { spellDay, spellPartial } from '@/language/format-day';
import { figure, inLocale } from '@/language/format-value';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { Foot } from '@/ui/foot';
import { Icon } from '@/ui/icon';
import { TableTools } from '@/ui/table-tools';
import { AnswerCard, knownLabel } from './answer-card';
import { DutyChart } from './duty-chart';
import { DutyLines } from './duty-lines';
import { DutyLists } from './duty-lists';
import type { Quote } from './duty-query';
import type { DutyQuestion } from './duty-question';
import type { dutySteps } from './duty-steps';
import { midOf, round, totalOf } from './total';

const citedAs = (known: Day | null, t: Translate): string =>
  known === null ? t('pages.duty.citedNow') : t('pages.duty.citedOn', { day: formatDay(known) });

interface Props {
  readonly question: DutyQuestion;
  readonly earlier: Quote;
  readonly later: Quote;
  readonly steps: Awaited<ReturnType<typeof dutySteps>>;
  readonly partner: string;
  readonly locale: Locale;
  readonly t: Translate;
}

/** Two answers to one question, how the answer changed with what was known, and every instrument's part in it. */
export function DutyReport({ question, earlier, later, steps, partner, locale, t }: Props) {
  const mfn = question.mfnRatePercent;
  const known = question.known ?? question.date;
  const highest = Math.max(5, ...[earlier, later].map((quote) => midOf(quote, mfn)?.high ?? 0));
  const scaleEnd = Math.ceil((highest * 1.12) / 5) * 5;
  const [a, b] = [totalOf(earlier, mfn, t), totalOf(later, mfn, t)];
  const step = a.percent !== null && b.percent !== null ? round(b.percent - a.percent) : null;
  const retro = later.lines.find(
    ({ status, retroactiveDays }) => status === 'APPLIED' && (retroactiveDays ?? 0) > 0,
  );
  const assumptions = later.assumptionsText;
  const through = later.coverage
    .map(({ coveredThrough }) => coveredThrough)
    .filter((day) => day !== null)
    .sort()[0];
  const shared = { date: question.date, mfn, scaleEnd, locale, t };
  return (
    <>
      {question.collected ? (
        <p className="note" data-testid="duty-track">
          {t('pages.duty.byBorder')}
        </p>
      ) : null}
      <div className="vs" data-testid="duty-answer">
        <AnswerCard {...shared} quote={earlier} known={known} testId="answer-then" />
        <div className="gap">
          {step === null ? (
            <b>{a.text === b.text ? '＝' : '？'}</b>
          ) : (
            <b className={`num ${step > 0 ? 'up' : step < 0 ? 'dn' : ''}`}>
              {step > 0 ? '▲ ' : step < 0 ? '▼ ' : '＝'}
              {step === 0 ? '' : figure(Math.abs(step))}
            </b>
          )}
          <span>
            {step === 0 || (step === null && a.text === b.text)
              ? t('pages.duty.same')
              : step === null
                ? t('pages.duty.unclear')
                : t('pages.duty.points')}
          </span>
          {retro && step !== 0 ? (
            <>
              <Icon name="retro" />
              <span>{t('pages.duty.retro', { days: retro.retroactiveDays ?? 0 })}</span>
            </>
          ) : null}
        </div>
        <AnswerCard
          {...shared}
          quote={later}
          known={question.later}
          less={Math.max(0, -(step ?? 0))}
          testId="answer-later"
        />
      </div>
      <DutyLists question={question} quotes={[earlier, later]} locale={locale} t={t} />
      {steps ? (
        <DutyChart
          date={question.date}
          marks={[known, ...(question.later === null ? [] : [question.later])]}
          mfn={mfn}
          {...steps}
          locale={locale}
          t={t}
        />
      ) : null}
      <section className="blk">
        <h2 className="sec">{t('pages.duty.linesTitle')}</h2>
        <DutyLines
          earlier={earlier}
          later={later}
          known={known}
          laterKnown={question.later}
          thenLabel={knownLabel(known, t)}
          laterLabel={knownLabel(question.later, t)}
          locale={locale}
          t={t}
        />
      </section>
      {assumptions.length > 0 ? (
        <p className="note" style={{ marginTop: 'var(--space-3)' }}>
          {t('pages.duty.assumed')}
          {assumptions.map((text) => inLocale(text, locale)).join(locale === 'ja' ? '、' : '; ')}
          {locale === 'ja' ? '。' : '.'}
        </p>
      ) : null}
      <Foot
        note={`${t('pages.duty.foot')}${through ? ` ${t('pages.foot.coverage', { day: spellPartial(through, locale) })}` : ''}`}
      >
        <TableTools
          table="duty-lines"
          {...(steps ? { drawing: 'duty-drawing' } : {})}
          file={`duty-${question.partner}-${formatDay(question.date)}`}
          citation={`policy-timeline: ${t('pages.duty.citation', { partner, day: spellDay(question.date, locale), earlier: a.text, later: b.text, known: citedAs(known, t), laterKnown: citedAs(question.later, t) })}`}
        />
      </Foot>
    </>
  );
}
