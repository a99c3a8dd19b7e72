import { formatDay, type PackReader, parseDay } from '@policy-timeline/domain';
import { PageFault } from '@/app/page-fault';
import { compareQuery } from '@/features/compare-views/compare-query';
import { CompareReport } from '@/features/compare-views/compare-report';
import { coverageQuery } from '@/features/coverage-report/coverage-query';
import { CoverageTable } from '@/features/coverage-report/coverage-table';
import { boardRows, FATES } from '@/features/deadline-board/board';
import { BoardRowLine } from '@/features/deadline-board/board-row';
import { SlipScale } from '@/features/deadline-board/slip-track';
import { DutyForm } from '@/features/duty-question/duty-form';
import { dutyQuery } from '@/features/duty-question/duty-query';
import { questionInput, readDuty, trackOf } from '@/features/duty-question/duty-question';
import { DutyReport } from '@/features/duty-question/duty-report';
import { dutySteps } from '@/features/duty-question/duty-steps';
import { EmbedCard } from '@/features/embed/embed-card';
import { chainQuery, eventQuery } from '@/features/event-report/event-query';
import { EventReport } from '@/features/event-report/event-report';
import { PaperLens } from '@/features/paper-lens/paper-lens';
import { PaperList } from '@/features/paper-lens/paper-list';
import { paperQuery, papersQuery } from '@/features/paper-lens/paper-query';
import { partnerQuery } from '@/features/partner-report/partner-query';
import { PartnerReport } from '@/features/partner-report/partner-report';
import { quadrantQuery } from '@/features/quadrant-chart/quadrant-query';
import { QuadrantReport } from '@/features/quadrant-chart/quadrant-report';
import { HeldBars } from '@/features/subject-report/held-bars';
import { inLocale } from '@/language/format-value';
import type { Locale } from '@/language/locale';
import type { Translate } from '@/language/translate';
import { askServer } from '@/lib/ask-server';
import { laneBars } from '@/timeline/lanes';
import { partyNames } from '@/timeline/party-names';
import { startOf } from '@/timeline/scrub-start';
import { standingOf } from '@/timeline/standing';
import { clockPlane, decidedStretch, slotIndexOf } from '@/timeline/two-clocks';
import { Part } from './part';

interface Props {
  readonly reader: PackReader;
  /** The slot whose answers were checked by hand; see the golden readings. */
  readonly golden: string;
  readonly locale: Locale;
  readonly t: Translate;
}

/** What the pages are made of, each with the answers that the tests hold fast. */
export async function ReportParts({ reader, golden, locale, t }: Props) {
  const view = { locale, t };
  const newest = formatDay(reader.newestKnown);
  const read = readDuty({}, reader.newestKnown);
  const days = { a: parseDay('2025-08-20'), known: parseDay('2025-08-25') };
  const compared = {
    a: { date: formatDay(days.a), knownAt: formatDay(days.known) },
    b: { date: formatDay(days.a), knownAt: null },
  };
  const [event, chain, duty, steps, quadrant, papers, paper, partner, coverage, compare] = await Promise.all([
    askServer(eventQuery, { id: 'jpn-15' }),
    askServer(chainQuery, { date: '2025-08-07', subjects: [golden] }),
    askServer(dutyQuery, {
      date: formatDay(read.question.date),
      earlier: formatDay(read.question.known ?? read.question.date),
      later: null,
      track: trackOf(read.question),
      question: questionInput(read.question),
    }),
    dutySteps(reader, read.question),
    askServer(quadrantQuery, { date: newest, knownAt: newest, threshold: 2 }),
    askServer(papersQuery, {}),
    askServer(paperQuery, { id: 'paper-000' }),
    askServer(partnerQuery, { code: 'JPN', date: formatDay(days.a), knownAt: null }),
    askServer(coverageQuery, {}),
    askServer(compareQuery, {
      ...compared,
      filter: { partners: ['JPN'] },
      first: 100,
      after: null,
      dateA: compared.a.date,
      knownA: compared.a.knownAt,
      dateB: compared.b.date,
      knownB: null,
    }),
  ]);
  const failed = [event, chain, duty, quadrant, papers, paper, partner, coverage, compare].find(
    (asked) => !asked.ok,
  );
  if (failed && !failed.ok) return <PageFault fault={failed.fault} />;
  const nameParty = partyNames(reader.pack.parties, locale);
  const partners = [{ id: 'JPN', name: nameParty('JPN') }];
  const index = slotIndexOf(reader, golden);
  const stretch = index === null ? null : decidedStretch(reader, index, 'jpn-15');
  const span = { from: parseDay('2025-03-01'), until: parseDay('2026-04-15') };
  const place = { date: reader.newestKnown, knowledge: { mode: 'now' as const } };
  const board = boardRows(reader.pack, 'due');
  return (
    <>
      <Part name="EventReport: FourDates, EventChain, SourceTable, TwoClockPlane">
        {event.ok && event.data.event && index !== null ? (
          <EventReport
            {...view}
            event={event.data.event}
            readings={chain.ok ? chain.data.stateAsOf.readings.edges.map(({ node }) => node) : []}
            titleOf={(id) => {
              const title = reader.eventsById.get(id)?.title;
              return title ? inLocale(title, locale) : null;
            }}
            slotTitle={(slot) => slot}
            nameParty={nameParty}
            plane={clockPlane(reader, index, parseDay('2025-08-07'))}
            standing={standingOf(reader, index, 'jpn-15', stretch)}
            decidesUntil={stretch?.until ? formatDay(stretch.until) : null}
          />
        ) : null}
      </Part>
      <Part name="HeldBars, LaneBars">
        {index === null ? null : (
          <HeldBars
            {...view}
            span={span}
            lanes={[{ slot: golden, index, bars: laneBars(reader, index, place, span) }]}
          />
        )}
      </Part>
      <Part name="DutyForm">
        <DutyForm {...view} question={read.question} partners={partners} />
      </Part>
      <Part name="DutyReport: AnswerCard, DutyChart, DutyLines">
        {duty.ok ? (
          <DutyReport
            {...view}
            question={read.question}
            earlier={duty.data.earlier}
            later={duty.data.later}
            steps={steps}
            partner={nameParty('JPN')}
          />
        ) : null}
      </Part>
      <Part name="QuadrantReport: QuadrantPlot, QuadrantTable">
        {quadrant.ok ? (
          <QuadrantReport
            first={quadrant.data.quadrant}
            date={newest}
            known={newest}
            threshold={2}
            newest={newest}
            names={Object.fromEntries(
              quadrant.data.quadrant.rows.map(({ code }) => [
                code,
                nameParty(code === 'EU' ? 'org:eu' : code),
              ]),
            )}
          />
        ) : null}
      </Part>
      <Part name="BoardRowLine: one of each fate">
        <div className="outcomes">
          <div className="orow drow head" aria-hidden="true">
            <div />
            <div />
            <SlipScale
              notice={t('pages.board.noticeShort')}
              day={t('pages.board.day')}
              later={t('pages.board.later')}
            />
            <div />
          </div>
          {FATES.flatMap((fate) => board.find((row) => row.fate === fate) ?? []).map((row) => (
            <BoardRowLine key={row.key} {...view} row={row} />
          ))}
        </div>
      </Part>
      <Part name="PaperList">{papers.ok ? <PaperList {...view} papers={papers.data.papers} /> : null}</Part>
      <Part name="PaperLens: ExpectationTrack, ExpectationTable">
        {paper.ok && paper.data.paper ? (
          <PaperLens {...view} paper={paper.data.paper} slug="000" hindsight />
        ) : null}
      </Part>
      <Part name="PartnerReport: ReadingTable, TradeChart">
        {partner.ok && partner.data.partner ? (
          <PartnerReport {...view} partner={partner.data.partner} />
        ) : null}
      </Part>
      <Part name="CompareReport">
        {compare.ok ? (
          <CompareReport
            {...view}
            a={{ date: days.a, known: days.known }}
            b={{ date: days.a, known: null }}
            family={null}
            partner="JPN"
            partners={partners}
            data={compare.data}
            rows={compare.data.diff.rows}
          />
        ) : null}
      </Part>
      <Part name="CoverageTable">
        {coverage.ok ? <CoverageTable {...view} rows={coverage.data.coverage} /> : null}
      </Part>
      <Part name="EmbedCard">
        <EmbedCard
          {...view}
          view={startOf(reader, new URLSearchParams({ d: '2025-08-20', f: 'JPN' })).start.view}
          filter={['JPN']}
          address="/?d=2025-08-20&f=JPN"
        />
      </Part>
    </>
  );
}
