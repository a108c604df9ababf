/** Names of countries and territories, after ISO 3166, in English and French, lower case without accents: a fictional scenario uses none of them. */
export const COUNTRY_NAMES: ReadonlySet<string> = new Set(
  `afghanistan albania albanie algeria algerie andorra andorre angola anguilla antarctica argentina argentine armenia armenie aruba australia australie austria autriche azerbaijan azerbaidjan
bahamas bahrain bahrein bangladesh barbados barbade belarus bielorussie belgium belgique belize benin bermuda bermudes bhutan bhoutan bolivia bolivie botswana brazil bresil brunei bulgaria bulgarie burundi
cambodia cambodge cameroon cameroun canada chad tchad chile chili china chine colombia colombie comoros comores congo croatia croatie cuba curacao cyprus chypre czechia tchequie denmark danemark djibouti dominica
dominique ecuador equateur egypt egypte eritrea erythree estonia estonie eswatini swaziland ethiopia ethiopie fiji fidji finland finlande france gabon gambia gambie georgia georgie germany allemagne ghana gibraltar
greece grece greenland groenland grenada grenade guadeloupe guam guatemala guernsey guinea guinee guyana haiti honduras hungary hongrie iceland islande india inde indonesia indonesie iran iraq irak ireland irlande
israel italy italie jamaica jamaique japan japon jordan jordanie kazakhstan kenya kiribati kosovo kuwait koweit kyrgyzstan kirghizistan laos latvia lettonie lebanon liban lesotho liberia libya libye liechtenstein
lithuania lituanie luxembourg macao macedonia macedoine madagascar malawi malaysia malaisie maldives mali malta malte martinique mauritania mauritanie mauritius maurice mayotte mexico mexique micronesia micronesie
moldova moldavie monaco mongolia mongolie montenegro montserrat morocco maroc mozambique myanmar birmanie burma namibia namibie nauru nepal netherlands nicaragua niger nigeria niue norway norvege oman pakistan palau
palestine panama paraguay peru perou philippines poland pologne portugal qatar romania roumanie russia russie rwanda samoa senegal serbia serbie seychelles singapore singapour slovakia slovaquie slovenia slovenie
somalia somalie somaliland spain espagne sudan soudan suriname sweden suede switzerland suisse syria syrie taiwan tajikistan tadjikistan tanzania tanzanie thailand thailande timor togo tokelau tonga tunisia tunisie
turkey turquie turkiye turkmenistan tuvalu uganda ouganda ukraine uruguay uzbekistan ouzbekistan vanuatu vatican venezuela vietnam yemen zambia zambie zimbabwe`
    .split(/\s+/)
    .concat([
      'south africa', 'afrique du sud', 'saudi arabia', 'arabie saoudite', 'antigua and barbuda', 'antigua-et-barbuda', 'american samoa', 'bosnia and herzegovina', 'bosnie-herzegovine', 'burkina faso', 'cabo verde', 'cape verde', 'cap-vert',
      'cayman islands', 'central african republic', 'republique centrafricaine', 'cook islands', 'costa rica', 'ivory coast', "cote d'ivoire", 'dominican republic', 'republique dominicaine', 'el salvador', 'equatorial guinea', 'guinee equatoriale',
      'falkland islands', 'faroe islands', 'french polynesia', 'polynesie francaise', 'hong kong', 'isle of man', 'ile de man', 'marshall islands', 'iles marshall', 'new caledonia', 'nouvelle-caledonie', 'new zealand', 'nouvelle-zelande', 'north korea',
      'south korea', 'coree du nord', 'coree du sud', 'papua new guinea', 'papouasie-nouvelle-guinee', 'pays-bas', 'puerto rico', 'porto rico', 'united kingdom', 'royaume-uni', 'united states', 'etats-unis', 'saint lucia', 'sainte-lucie',
      'saint helena', 'san marino', 'saint-marin', 'sao tome and principe', 'sao tome-et-principe', 'sierra leone', 'solomon islands', 'iles salomon', 'south sudan', 'soudan du sud', 'sri lanka', 'timor-leste', 'east timor', 'trinidad and tobago',
      'trinite-et-tobago', 'united arab emirates', 'emirats arabes unis', 'viet nam', 'western sahara', 'sahara occidental', 'puntland',
    ]),
);
