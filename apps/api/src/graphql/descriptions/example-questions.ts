/** A whole question for each root field, written as a reader of the explorer would paste it. A test asks every one of the shipped record. */
export const EXAMPLE_QUESTIONS: Readonly<Record<string, string>> = {
  'Query.adviceChecklist': '{ adviceChecklist(date: "2025-08-20") }',
  'Query.auditTrail': '{ auditTrail(first: 10) { edges { node { at actor operation outcome codes } } } }',
  'Query.burdenSharing': '{ burdenSharing(date: "2025-08-20") }',
  'Query.changes': '{ changes(after: -1, first: 5) { position type eventId basis } }',
  'Query.coverage': '{ coverage { topic title { en } coveredThrough } }',
  'Query.density':
    '{ density(from: "2025-01-01", until: "2026-01-01", bins: 12, filter: { families: [TARIFF] }) { from tightening easing planned } }',
  'Query.diff':
    '{ diff(a: { date: "2025-04-02" }, b: { date: "2025-04-09" }) { counts { world plan learned corrected } rows { kind change slot } } }',
  'Query.event':
    '{ event(id: "eo-14257") { title { en ja } effective { from { date } } sources { title { en } url } } }',
  'Query.events':
    '{ events(filter: { partners: ["BRA"], from: "2025-07-01", until: "2025-09-01" }) { totalCount edges { node { id title { en } } } } }',
  'Query.integrationBodies': '{ integrationBodies(date: "2018-04-20") }',
  'Query.latinAmerica2018': '{ latinAmerica2018(date: "2018-03-21", knownAt: "2018-03-21") }',
  'Query.leverageStructure': '{ leverageStructure(partner: "JPN", date: "2025-08-20") }',
  'Query.nextChange':
    '{ nextChange(view: { date: "2025-08-20", knownAt: "2025-08-25" }, filter: { partners: ["JPN"] }) { date slots } }',
  'Query.node': '{ node(id: "tariff/us/reciprocal/JPN") { id ... on Subject { title { en } revision } } }',
  'Query.paper': '{ paper(id: "paper-000") { date expectedCounts { total kept extended lapsed } } }',
  'Query.papers': '{ papers { id date source { title { en } } eventCount } }',
  'Query.parties': '{ parties(ids: ["JPN", "org:eu"]) { id name { en ja } } }',
  'Query.partner':
    '{ partner(code: "JPN", date: "2025-08-20", knownAt: "2025-08-25") { name { en } counts { inForce suspended } upcoming(withinDays: 90) { date kind } } }',
  'Query.previousChange':
    '{ previousChange(view: { date: "2025-08-20" }, filter: { partners: ["JPN"] }) { date slots } }',
  'Query.quadrant':
    '{ quadrant(date: "2025-08-20") { thresholdPercent rows { code quadrant tradeBalanceUsdMillion militaryPercentOfGdp } } }',
  'Query.reciprocalRate':
    '{ reciprocalRate(importsUsdMillion: 148208.6, exportsUsdMillion: 79741.9) { asStatedPercent halvedPercent ceilingOfHalf } }',
  'Query.stateAsOf':
    '{ stateAsOf(date: "2025-07-10", knownAt: "2025-05-30", filter: { partners: ["JPN"], families: [TARIFF] }) { basis counts { inForce suspended } readings { edges { node { slot status projected decidedBy { id } } } } } }',
  'Query.stickDealCarrot': '{ stickDealCarrot(date: "2025-08-20") }',
  'Query.subject':
    '{ subject(id: "tariff/us/reciprocal/JPN", view: { date: "2025-08-20" }) { title { en } readings { status validFrom } } }',
  'Query.systems':
    '{ systems(date: "2025-08-20") { tariffLayers(partner: "JPN") { totalPercent layers { title { en } state ratePercent events { id } } } adviceChecklist { items { number title { en } state } } } }',
  'Query.tariffLayers': '{ tariffLayers(partner: "JPN", date: "2025-08-20") }',
  'Query.tariffQuote':
    '{ tariffQuote(question: { partner: "JPN", product: "ordinary", mfnRatePercent: 5 }, date: "2025-10-01") { allInPercent lines { status additionalPercent reason { en } decidedBy { id } } } }',
  'Query.timeline':
    '{ timeline(subject: "tariff/us/reciprocal/JPN", axis: KNOWN, view: { date: "2025-07-20" }) { from until reading { status value { ... on RateValue { ratePercent } } } } }',
  'Query.upcoming':
    '{ upcoming(date: "2025-05-29", knownAt: "2025-05-29", withinDays: 90, filter: { families: [TARIFF] }) { id date daysLeft kind firmness } }',
  'Mutation.appendEvents':
    'mutation { appendEvents(input: { idempotencyKey: "2025-08-20-reiko-1", dryRun: true, expected: [{ stream: "tariff/us/example", revision: null }], events: [{ stream: "tariff/us/example", topic: "example", type: "TariffOrdered", title: { en: "Duty of 24 % ordered", ja: "24%の関税を命じる" }, effective: { from: { date: "2025-04-05" } }, sources: [{ id: "example-1", kind: OFFICIAL, title: { en: "Order", ja: "命令" }, publisher: "Office", date: "2025-04-02" }], effects: [{ act: ASSERT, slot: "tariff/us/example/JPN", value: { rate: { ratePercent: 24 } } }] }] }) { userErrors { code path message } viewDiff { kind change date } receipt { basis } } }',
  'Mutation.correctEvent':
    'mutation { correctEvent(input: { idempotencyKey: "2025-08-20-reiko-2", dryRun: true, expected: [{ stream: "tariff/us/reciprocal", revision: 0 }], target: "eo-14257", patch: { note: "Read again in the annex." }, reason: { en: "The note was missing.", ja: "注記が漏れていた。" } }) { userErrors { code message } viewDiff { kind slot } } }',
  'Mutation.importEvents':
    'mutation { importEvents(input: { kind: OFAC_SDN, content: "36,\\"AEROCARIBBEAN AIRLINES\\",-0- ,\\"CUBA\\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- " }) { drafts { line needsReview event } rowErrors { line reason } } }',
  'Mutation.voidEvent':
    'mutation { voidEvent(input: { idempotencyKey: "2025-08-20-reiko-3", dryRun: true, expected: [{ stream: "tariff/us/reciprocal", revision: 0 }], target: "eo-14257", reason: { en: "Recorded twice.", ja: "二重に記録した。" } }) { userErrors { code message } viewDiff { kind slot } } }',
  'Subscription.eventAppended':
    'subscription { eventAppended(filter: { families: [TARIFF] }) { id title { en } position } }',
  'Subscription.viewChanged':
    'subscription { viewChanged(view: { date: "2025-08-20" }, filter: { partners: ["JPN"] }) { basis rows { kind change slot } } }',
};
