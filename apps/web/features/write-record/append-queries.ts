import { graphql, type ResultOf } from '@/lib/graphql';
import { valueFields } from '@/lib/wire-value';

export const revisionQuery = graphql(`
  query StreamRevision($stream: ID!) {
    subject(id: $stream) { id revision }
  }
`);

const side = graphql(
  `
    fragment DiffReading on PolicyReading {
      status validFrom validUntil projected
      subject { id title { en ja } }
      decidedBy { id title { en ja } }
      value { ...ValueFields }
    }
  `,
  [valueFields],
);

const answer = graphql(
  `
    fragment WriteAnswer on AppendEventsPayload {
      receipt { positions repeated }
      viewDiff { kind change slot before { ...DiffReading } after { ...DiffReading } }
      userErrors { code message path eventIndex reason }
    }
  `,
  [side],
);

/** Preview (`dryRun`) and append are one mutation, so that what is previewed is what is written. */
export const appendMutation = graphql(
  `mutation Append($input: AppendEventsInput!) { answer: appendEvents(input: $input) { ...WriteAnswer } }`,
  [answer],
);
export const correctMutation = graphql(
  `mutation Correct($input: CorrectEventInput!) { answer: correctEvent(input: $input) { ...WriteAnswer } }`,
  [answer],
);
export const voidMutation = graphql(
  `mutation Void($input: VoidEventInput!) { answer: voidEvent(input: $input) { ...WriteAnswer } }`,
  [answer],
);
export const importMutation = graphql(`
  mutation Import($input: ImportEventsInput!) {
    importEvents(input: $input) {
      alreadyRecorded
      drafts { id line needsReview event title { en ja } }
      corrections { id line target stream patch title { en ja } reason { en ja } }
      rowErrors { line code reason }
    }
  }
`);
export type ImportAnswer = ResultOf<typeof importMutation>['importEvents'];
export type ImportedDraft = ImportAnswer['drafts'][number];
export type ImportedCorrection = ImportAnswer['corrections'][number];

/** Events whose title holds a text: what an editor may aim at. */
export const findEventsQuery = graphql(`
  query FindEvents($text: String!) {
    events(filter: { text: $text }, first: 12) { edges { node { id title { en ja } stream } } }
  }
`);
export const targetQuery = graphql(`
  query Target($id: ID!) {
    event(id: $id) {
      id family stream topic actors targets note
      title { en ja }
      summary { en ja }
      knownOn { date }
      effective { from { date } until { date } }
      effects { slot }
    }
  }
`);
export type TargetEvent = NonNullable<ResultOf<typeof targetQuery>['event']>;

/** Who tried to write what, newest first; for admins. */
export const auditQuery = graphql(`
  query Audit($after: String) {
    auditTrail(first: 50, after: $after) {
      edges { node { at operation actor role outcome codes positions traceId } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
export type AuditEntry = ResultOf<typeof auditQuery>['auditTrail']['edges'][number]['node'];

export type AppendAnswer = ResultOf<typeof appendMutation>['answer'];
export type DiffRow = AppendAnswer['viewDiff'][number];
export type UserError = AppendAnswer['userErrors'][number];
