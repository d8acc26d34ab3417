/**
 * Names of countries and bodies that texts use for one another without saying so, each list one of them. Short forms
 * are written without full stops; those that are also words (`WHO`, `US`) count in capitals alone. A list of one keeps
 * a longer name from being taken for the country in it.
 */
const statedNames: readonly (readonly string[])[] = [
  ['US', 'USA', 'United States', 'United States of America', 'America'],
  ['North America'],
  ['South America'],
  ['Central America'],
  ['Latin America'],
  ['UK', 'United Kingdom', 'Great Britain', 'Britain'],
  ['UN', 'UNO', 'United Nations'],
  ['EU', 'European Union'],
  ['ECB', 'European Central Bank'],
  ['ECHR', 'European Court of Human Rights'],
  ['UAE', 'United Arab Emirates'],
  ['USSR', 'Soviet Union'],
  ['GDR', 'DDR', 'East Germany', 'German Democratic Republic'],
  ['FRG', 'West Germany', 'Federal Republic of Germany'],
  ['PRC', 'People’s Republic of China'],
  ['DRC', 'Democratic Republic of the Congo', 'Congo Kinshasa'],
  ['DPRK', 'North Korea'],
  ['ROK', 'South Korea'],
  ['WHO', 'World Health Organization'],
  ['WTO', 'World Trade Organization'],
  ['IMF', 'International Monetary Fund'],
  ['ILO', 'International Labour Organization'],
  ['IAEA', 'International Atomic Energy Agency'],
  ['NATO', 'North Atlantic Treaty Organization'],
  ['OECD', 'Organisation for Economic Co-operation and Development'],
  ['OSCE', 'Organization for Security and Co-operation in Europe'],
  ['OPEC', 'Organization of the Petroleum Exporting Countries'],
  ['ASEAN', 'Association of Southeast Asian Nations'],
  ['UNESCO', 'United Nations Educational, Scientific and Cultural Organization'],
  ['UNICEF', 'United Nations Children’s Fund'],
  ['UNHCR', 'United Nations High Commissioner for Refugees'],
  ['ICC', 'International Criminal Court'],
  ['ICJ', 'International Court of Justice'],
  ['ICRC', 'International Committee of the Red Cross'],
  ['IOC', 'International Olympic Committee'],
  ['IPCC', 'Intergovernmental Panel on Climate Change'],
  ['ISO', 'International Organization for Standardization'],
  ['NASA', 'National Aeronautics and Space Administration'],
  ['ESA', 'European Space Agency'],
  ['FBI', 'Federal Bureau of Investigation'],
  ['CIA', 'Central Intelligence Agency'],
  ['NSA', 'National Security Agency'],
  ['NHS', 'National Health Service'],
  ['IRS', 'Internal Revenue Service'],
  ['FDA', 'Food and Drug Administration'],
  ['CDC', 'Centers for Disease Control'],
  ['EPA', 'Environmental Protection Agency'],
  ['Burma', 'Myanmar'],
  ['Czechia', 'Czech Republic'],
  ['Türkiye', 'Turkey'],
  ['Eswatini', 'Swaziland'],
  ['Cape Verde', 'Cabo Verde'],
  ['Ivory Coast', 'Côte d’Ivoire'],
  ['East Timor', 'Timor-Leste'],
  ['North Macedonia', 'Macedonia'],
  ['Netherlands', 'Holland'],
  ['Vatican', 'Holy See', 'Vatican City'],
]

/** The letters of which CLDR makes the codes of countries. */
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** The long and short names that CLDR gives a country, where they differ: `Hong Kong SAR China` and `Hong Kong`. */
const cldrNames = (): readonly (readonly string[])[] => {
  const long = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const short = new Intl.DisplayNames('en', { type: 'region', fallback: 'none', style: 'short' })
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const names = [long.of(code), short.of(code)].filter((name) => name !== undefined)
      return new Set(names).size > 1 ? [names] : []
    })
}

let all: readonly (readonly string[])[] | undefined

/** The lists of names that mean one country or body; those stated here and, made when first needed, those of CLDR. */
export const knownNames = (): readonly (readonly string[])[] => {
  all ??= [...statedNames, ...cldrNames()]
  return all
}
