/** Documents that several tests ask. */
export const questionsOfTests = {
  readings: `query ($date: Date!, $knownAt: Date, $track: Track, $reading: Reading, $filter: ReadingFilter) {
    stateAsOf(date: $date, knownAt: $knownAt, track: $track, reading: $reading, filter: $filter, first: 200) {
      counts { total inForce } validInterval { from until } knownInterval { from until }
      readings { edges { cursor node {
        slot status certainty projected validFrom validUntil knownFrom knownBasis retroactiveDays modality
        value { __typename ... on RateValue { ratePercent rateBasis upTo } ... on QuantityValue { amount unit } ... on TextValue { text { en ja } } ... on FlagValue { holds } }
        subject { id title { en ja } family partners } decidedBy { id data sources { id where } effects { act value { __typename } } }
        because { verb depth event { id } } insteadOf { verb event { id } } conflicts { id }
      } } pageInfo { hasNextPage endCursor } totalCount }
    }
  }`,
  quotes: `query ($question: TariffQuestion!, $date: Date!, $knownAt: Date, $track: Track) {
    tariffQuote(question: $question, date: $date, knownAt: $knownAt, track: $track) {
      additionalPercent additionalRange { minPercent maxPercent } allInPercent assumptions basis
      lines { slot status additionalPercent until reason { en ja } instrument { id } decidedBy { id title { ja } } }
    }
  }`,
  nested: [
    `{ partner(code: "DEU", date: "2025-08-20", knownAt: "2025-08-25") { id name { en } blocs { id name { ja } } counts { total }
        families { family title { en } readings { slot value { __typename } } } memberships { slot } quadrant { code partner { code } sources { id } }
        trade { slot unit figures { amount year knownFrom decidedBy { id } } } upcoming(withinDays: 200) { id date outcome } } }`,
    '{ papers { id date expectedCounts { total kept } accounts { differs } } paper(id: "paper-000") { expected { id outcome outcomeBy { id } } held { slot } said { id } } }',
    '{ a: node(id: "ven-13827") { __typename id ... on PolicyEvent { title { en } relations { type event { id } } relatedFrom { type } } } b: node(id: "org:eu") { ... on Party { name { ja } } } c: node(id: "nothing") { id } }',
    '{ diff(a: { date: "2025-04-02" }, b: { date: "2025-04-09" }) { counts { world plan learned corrected } rows { kind slot before { status } after { status decidedBy { id } } } } }',
    '{ upcoming(date: "2025-05-29", knownAt: "2025-05-29", withinDays: 90) { id date kind firmness event { title { ja } } } }',
    '{ timeline(subject: "tariff/us/reciprocal/JPN", axis: KNOWN, view: { date: "2025-08-20" }) { from until reading { status because { event { id } } } } }',
    '{ stateAsOf(date: "2025-08-20") { columns { length slot status ratePercent amount unit validFrom knownFrom decidedBy titleJa } } }',
    '{ quadrant(date: "2025-06-01") { figures rows { code quadrant partner { name { en } } } } coverage { topic coveredThrough } changes(after: 5, first: 3) { position event { id } } density(from: "2025-01-01", until: "2026-01-01", bins: 12) { from tightening } }',
    'query ($with: Boolean = false) { stateAsOf(date: "2025-08-20", first: 5) { readings { edges { node { slot status @include(if: $with) certainty @skip(if: $with) ...More } } } } } fragment More on PolicyReading { subject { id } }',
    '{ stickDealCarrot(date: "2026-02-20") __schema { queryType { name } } __typename }',
  ],
} as const;
