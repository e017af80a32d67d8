/** The rules of the codebook, in English: word for word those of the dataset's `CODEBOOK.md`, marks included. */
export const rules: readonly string[] = [
  '**A record is an act, not a person.** Somebody who is detained and later fined is in two records. A sentence may hold several: "about ten people were detained and three fined" is a detention and a fine.',
  '**Write down what the source says, and nothing else.** No number is made up, averaged or divided among places. Crowd sizes, numbers of officers, minutes, metres, articles of law and dates in footnotes are not counts of restrictions. "At most 20" and "up to 20" put a bound above and none below: `0-20`.',
  '**A rejected application** (`application_rejected`) is counted once, however many people or organizations signed it. If the source says that the applications in several named cities were all rejected, that is at least one in each: one record per city, `1+`.',
  '**A detention** (`detention`) is people taken or held by police, before, during or after an assembly. Being summoned, threatened or brought to court is not. A summons or a threat is `other`; a warning is `warning`.',
  '**A fine** (`fine`) has `count`, the people fined, and `amount`, the money imposed on them together, with its currency. Where the source gives an amount for each person, each is a record. An amount that is not stated is `?`.',
  '**An arrest** (`arrest`) has `count`, the people sentenced to administrative arrest, and `days`, the days imposed on all of them together: two people, 15 days each, are 30. Imposed, not served.',
  '**The place** is where the act happened. In a paragraph about a city, it is that city. "In other cities", unnamed, is the country, never one of them. A settlement near a city is a place of its own.',
  '**The date** is the day of the act, if stated. "Subsequently" or "a few days before" is an interval. The record\'s assembly then supplies the day under which the record is drawn, and the drawing says so. A date that is not stated is left empty.',
  '**The phase** is `before`, `during` or `after` the assembly. What happens at home, while handing out invitations or on the way there is `before`. Empty if the source does not tell.',
  '**A summary** ("46 assemblies in the second quarter") has basis `summary` and the whole period as its date. Summaries and incidents are never added together.',
  "**Sources that disagree** keep their own words, one row of evidence each; the record's quantity spans them.",
  '**No column names a person** who was detained, fined, arrested or warned, and no minor. A quotation may, if the public document that it comes from did. `sources.csv` says whether a source is `public` or `internal`; nothing of an internal one is ever shown.',
  '**Every judgement goes into `note`**, where a critic can see it and a second coder can repeat it.',
];
