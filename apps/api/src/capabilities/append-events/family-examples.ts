import type { Family } from '@policy-timeline/domain';

const day = (date: string): string => `{ date: "${date}" }`;
const both = (en: string, ja: string): string => `{ en: "${en}", ja: "${ja}" }`;
const order = both('Order', '命令');
/** What every event needs beside its own content. */
const written = (type: string, stream: string, title: string, from: string, more: string): string =>
  `{ type: ${type}, stream: "${stream}", topic: "example", title: ${title}, effective: { from: ${day(from)} }, sources: [{ id: "example-1", kind: OFFICIAL, title: ${order}, publisher: "Office", date: "2025-04-02" }], ${more} }`;
const holds = (slot: string, value: string): string =>
  `effects: [{ act: ASSERT, slot: "${slot}", value: ${value} }]`;

/** One event of each family, as a GraphQL literal; a test has every one decided by the rules. */
export const FAMILY_EXAMPLES: Readonly<Record<Family, string>> = {
  TARIFF: written(
    'TariffOrdered',
    'tariff/us/example',
    both('Duty of 24 % ordered', '24%の関税を命じる'),
    '2025-04-05',
    `knownOn: ${day('2025-04-02')}, actors: ["USA"], targets: ["JPN"], direction: TIGHTENING, ${holds('tariff/us/example/JPN', '{ rate: { ratePercent: 24 } }')}`,
  ),
  SANCTION: written(
    'SanctionImposed',
    'sanction/us/example',
    both('Assets blocked', '資産を凍結'),
    '2025-04-02',
    `actors: ["USA"], targets: ["VEN"], direction: TIGHTENING, ${holds('sanction/us/example', `{ text: ${both('blocked', '凍結')} }`)}`,
  ),
  NEGOTIATION: written(
    'NegotiationRoundHeld',
    'negotiation/example',
    both('Fourth round of talks', '第4回交渉会合'),
    '2025-04-02',
    `actors: ["JPN", "USA"], ${holds('negotiation/example#round', '{ quantity: { amount: 4, unit: "round" } }')}`,
  ),
  AGREEMENT: written(
    'AgreementReached',
    'agreement/example',
    both('Agreement concluded', '協定を締結'),
    '2025-04-02',
    `actors: ["JPN", "USA"], direction: EASING, ${holds('agreement/example', '{ flag: true }')}`,
  ),
  MEMBERSHIP: written(
    'MemberJoined',
    'membership/example',
    both('Honduras joins', 'ホンジュラスが加盟'),
    '2008-08',
    `actors: ["HND"], ${holds('membership/example/HND', '{ flag: true }')}`,
  ),
  OFFICE: written(
    'OfficeTaken',
    'office/japan/example',
    both('Ambassador takes up post', '大使が着任'),
    '2021-01',
    `persons: ["koji-tomita"], ${holds('office/japan/example', `{ text: ${both('Koji Tomita', '富田浩司')} }`)}`,
  ),
  ELECTION: written(
    'ElectionScheduled',
    'election/example',
    both('Election called for October', '10月に選挙を実施'),
    '2025-10',
    `knownOn: ${day('2025-04-02')}, modality: PLANNED, deadline: { kind: ELECTION, firmness: FIXED }`,
  ),
  DEPLOYMENT: written(
    'BaseOpened',
    'deployment/us/example',
    both('Base opened', '基地を開設'),
    '1999-04',
    `actors: ["USA"], ${holds('deployment/us/example', '{ flag: true }')}`,
  ),
  DESIGNATION: written(
    'DesignationMade',
    'designation/us/example',
    both('Listed as terrorist organisation', 'テロ組織に指定'),
    '2025-02-20',
    `actors: ["USA"], direction: TIGHTENING, ${holds('designation/us/example', '{ flag: true }')}`,
  ),
  INDICATOR: written(
    'IndicatorObserved',
    'indicator/example',
    both('Trade balance of 2024', '2024年の貿易収支'),
    '2024-01-01',
    `knownOn: ${day('2025-04-02')}, targets: ["JPN"], ${holds('indicator/example/JPN#balance', '{ quantity: { amount: -68467.7, unit: "usdMillion" } }')}`,
  ),
  DOCUMENT: written(
    'StrategyPublished',
    'document/us/example',
    both('Strategy published', '戦略を公表'),
    '2025-04-02',
    `actors: ["USA"], ${holds('document/us/example', '{ flag: true }')}`,
  ),
  THREAT: written(
    'ThreatMade',
    'threat/us/example',
    both('Duty of 50 % threatened', '50%の関税を示唆'),
    '2025-04-02',
    `modality: THREATENED, actors: ["USA"], targets: ["BRA"], ${holds('threat/us/example/BRA', '{ rate: { ratePercent: 50 } }')}`,
  ),
  MEETING: written(
    'VisitMade',
    'meeting/example',
    both('Prime minister visits Washington', '首相が訪米'),
    '2025-04-02',
    'actors: ["JPN"], targets: ["USA"]',
  ),
  STATEMENT: written(
    'StatementMade',
    'statement/example',
    both('Minister speaks on tariffs', '閣僚が関税に言及'),
    '2025-04-02',
    'actors: ["JPN"]',
  ),
  POLICY: written(
    'PolicyAdopted',
    'policy/japan/example',
    both('Relief for exporters adopted', '輸出企業の支援策を決定'),
    '2025-04-02',
    `actors: ["JPN"], ${holds('policy/japan/example', '{ flag: true }')}`,
  ),
  SITUATION: written(
    'CrisisBegan',
    'situation/example',
    both('Shortages begin', '物資不足が始まる'),
    '2016~',
    `targets: ["VEN"], ${holds('situation/example', '{ flag: true }')}`,
  ),
  FORECAST: written(
    'ForecastMade',
    'forecast/example',
    both('A deal by summer expected', '夏までの合意を予想'),
    '2025-07',
    `knownOn: ${day('2025-04-02')}, modality: FORECAST`,
  ),
};
