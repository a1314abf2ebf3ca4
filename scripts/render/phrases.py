# SPDX-License-Identifier: MIT
"""Words that the renderer of references puts between and into fields, by language. Names of places, publishers, journals and
bodies are facts; titles are made up from the nouns here."""

CUES = {
    'en': dict(vol=['vol. ', 'Vol. ', 'vol ', 'Volume ', 'v. ', 'Vol '], no=['no. ', 'No. ', 'issue ', 'iss. ', 'no ', 'n. ', 'Issue '],
               pp=['pp. ', 'p. ', 'pp ', 'pages ', 'p', 'Pp. '], into=['In: ', 'In ', 'in: ', 'in ', 'In: '],
               eds=[' (Eds.)', ' (eds.)', ', editors', ' (Ed.)', ', eds', ', Eds.', ' eds.', ', editor', ' (Editors)', ', ed.'],
               acc=['Accessed ', 'accessed ', 'Accessed: ', 'Accessed on ', 'Retrieved ', 'cited ', 'Last accessed ', 'Viewed '],
               avail=['Available from: ', 'Available at: ', 'Available at ', 'Available: ', 'Retrieved from ', 'URL: ', 'Available online: ', ''],
               ed=['{n} ed.', '{n} edn', '{n} edition', '{n} ed', 'Rev. ed.', '{n} Ed.'], thesis=['PhD thesis', 'Doctoral dissertation', "Master's thesis",
               'Ph.D. dissertation', 'MSc thesis', 'dissertation', 'PhD diss.'], conj=['and', '&', 'and', '&'], more=['et al.', 'et al', 'and others'],
               report=['Technical report', 'Report No. 12', 'Working paper', 'Tech. Rep.', 'Discussion Paper']),
    'de': dict(vol=['Bd. ', 'Jg. ', 'Band ', 'Jahrgang ', ''], no=['Nr. ', 'H. ', 'Heft ', 'Nr ', 'Ausg. '], pp=['S. ', 'S.', 'Seiten ', 'Seite ', 'S '],
               into=['In: ', 'in: ', 'In '], eds=[' (Hrsg.)', ' (Hg.)', ' (Hrsg.):', ', Hg.', ' (Hgg.)', ' (Hg.)', ' (Hrsg.)'],
               acc=['Zugriff am ', 'abgerufen am ', 'letzter Zugriff: ', 'Zugriff: ', 'Stand: ', 'eingesehen am '],
               avail=['Verfügbar unter: ', 'Online unter: ', 'URL: ', 'Online verfügbar unter ', 'unter: ', ''],
               ed=['{n}. Aufl.', '{n}., überarb. Aufl.', '{n}. Auflage', '{n}., aktualisierte Auflage', '{n}., erw. Aufl.'],
               thesis=['Dissertation', 'Diss.', 'Habilitationsschrift', 'Diplomarbeit', 'Masterarbeit', 'Univ. Diss.'], conj=['und', '/', '&', 'u.', '/'],
               more=['u. a.', 'et al.', 'u.a.'], report=['Forschungsbericht', 'Arbeitspapier Nr. 3', 'Discussion Paper', 'Abschlussbericht']),
    'fr': dict(vol=['vol. ', 't. ', 'tome ', 'Vol. '], no=['n° ', 'no ', 'nº ', 'numéro '], pp=['p. ', 'pp. ', 'pages '], into=['In: ', 'In : ', 'in ', 'Dans '],
               eds=[' (dir.)', ' (éds.)', ', éditeurs', ' (dirs.)'], acc=['consulté le ', 'Consulté le '], avail=['Disponible sur : ', 'Disponible à : ', ''],
               ed=['{n}e éd.', '{n}e édition'], thesis=['Thèse de doctorat', 'Thèse', 'Mémoire de master'], conj=['et', '&', 'et'], more=['et al.', 'et coll.'],
               report=['Rapport', 'Document de travail']),
    'es': dict(vol=['vol. ', 'Vol. ', 'v. ', 'tomo '], no=['núm. ', 'n.º ', 'no. ', 'nº '], pp=['pp. ', 'p. ', 'págs. ', 'pág. '], into=['En: ', 'en ', 'En ', 'In: '],
               eds=[' (eds.)', ' (coords.)', ', editores', ' (Comp.)'], acc=['consultado el ', 'citado ', 'Consultado: ', 'acceso '],
               avail=['Disponible en: ', 'Disponible en ', 'Recuperado de ', ''], ed=['{n}ª ed.', '{n}a ed.', '{n}. ed.'],
               thesis=['Tesis doctoral', 'Tesis de maestría', 'tesis'], conj=['y', 'e', '&', 'y'], more=['et al.', 'y cols.', 'y col.'], report=['Informe técnico', 'Documento de trabajo']),
    'pt': dict(vol=['v. ', 'vol. ', 'Vol. ', 'v.'], no=['n. ', 'nº ', 'n.', 'no. '], pp=['p. ', 'p.', 'pp. '], into=['In: ', 'In: ', 'Em: '],
               eds=[' (Org.)', ' (Orgs.)', ', organizadores', ' (orgs.)', ', editores'], acc=['Acesso em: ', 'Acesso em ', 'acessado em ', 'acesso em: '],
               avail=['Disponível em: ', 'Disponível em ', ''], ed=['{n}. ed.', '{n}ª ed.', '{n}a ed.'], thesis=['Tese (Doutorado)', 'Dissertação (Mestrado)', 'Tese',
               '[tese]', '[dissertação]'], conj=['e', '&', ';'], more=['et al.', 'et al', 'e cols.'], report=['Relatório técnico', 'Relatório']),
}
MONTHS = {
    'en': 'January February March April May June July August September October November December'.split(),
    'de': 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(),
    'fr': 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(),
    'es': 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(),
    'pt': 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(),
}
PLACES = {
    'en': ['New York', 'London', 'Oxford', 'Cambridge', 'Cambridge, MA', 'Boston', 'Philadelphia', 'Chicago', 'Thousand Oaks, CA', 'Washington, DC', 'Washington (DC)', 'Geneva',
           'Berlin', 'Amsterdam', 'Hoboken, NJ', 'St. Louis', 'Baltimore', 'Edinburgh', 'New York, NY', 'Dordrecht', 'Princeton', 'New Haven', 'Toronto', 'Sydney', 'Melbourne',
           'San Francisco', 'Los Angeles', 'Bethesda (MD)', 'Rockville, MD', 'Basingstoke', 'Cheltenham', 'Aldershot', 'Mahwah, NJ', 'Hillsdale, NJ', 'Stanford', 'Berkeley',
           'Reading, MA', 'Englewood Cliffs', 'Basel', 'Heidelberg', 'Copenhagen', 'Stockholm', 'Paris', 'Singapore', 'Tokyo', 'New Delhi', 'Manchester', 'Vienna', 'Rome', 'Leiden'],
    'de': ['Berlin', 'Frankfurt am Main', 'Frankfurt a.M.', 'Frankfurt/M.', 'München', 'Wiesbaden', 'Opladen', 'Stuttgart', 'Bielefeld', 'Weinheim', 'Göttingen', 'Hamburg', 'Köln',
           'Leipzig', 'Tübingen', 'Wien', 'Zürich', 'Bern', 'Heidelberg', 'Baden-Baden', 'Münster', 'Bonn', 'Nürnberg', 'Mannheim', 'Konstanz', 'Reinbek bei Hamburg', 'Darmstadt',
           'Weinheim und Basel', 'Frankfurt am Main/New York', 'Bad Heilbrunn', 'Paderborn', 'Neuwied', 'Graz', 'Innsbruck', 'Kassel', 'Marburg', 'Gießen', 'Essen', 'Dortmund', 'Hannover',
           'Bremen', 'Potsdam', 'Halle', 'Jena', 'Erlangen', 'Augsburg', 'Freiburg', 'Freiburg im Breisgau', 'Opladen & Farmington Hills', 'Berlin/New York', 'Dresden', 'Düsseldorf', 'Luzern'],
    'fr': ['Paris', 'Lyon', 'Bruxelles', 'Genève', 'Grenoble', 'Toulouse', 'Montréal', 'Lausanne', 'Rennes', 'Strasbourg', 'Québec', 'Issy-les-Moulineaux', 'Aix-en-Provence'],
    'es': ['Madrid', 'Barcelona', 'Buenos Aires', 'México', 'México, D.F.', 'Bogotá', 'Santiago', 'Santiago de Chile', 'Lima', 'La Habana', 'Caracas', 'Valencia', 'Sevilla', 'Montevideo', 'Quito'],
    'pt': ['São Paulo', 'Rio de Janeiro', 'Brasília', 'Brasília (DF)', 'Porto Alegre', 'Belo Horizonte', 'Campinas', 'Petrópolis', 'Curitiba', 'Salvador', 'Lisboa', 'Porto', 'Coimbra', 'Recife',
           'São Paulo (SP)', 'Rio de Janeiro (RJ)', 'Florianópolis', 'Fortaleza'],
}
PUBLISHERS = {
    'en': ['Oxford University Press', 'Cambridge University Press', 'Springer', 'Elsevier', 'Wiley', 'John Wiley & Sons', 'Wiley-Blackwell', 'Sage', 'SAGE Publications', 'Routledge', 'Academic Press',
           'McGraw-Hill', 'MIT Press', 'Harvard University Press', 'Princeton University Press', 'University of Chicago Press', 'Lippincott Williams & Wilkins', 'Saunders', 'Mosby', 'CRC Press',
           'World Health Organization', 'Palgrave Macmillan', 'Macmillan', 'Penguin', 'Guilford Press', 'American Psychological Association', 'American Psychiatric Association', 'Prentice Hall',
           'Prentice-Hall', 'Addison-Wesley', 'Pearson', 'Lawrence Erlbaum', 'Lawrence Erlbaum Associates', 'Erlbaum', 'Churchill Livingstone', 'Human Kinetics', 'National Academies Press', 'Free Press',
           'Basic Books', 'Plenum Press', 'Kluwer Academic', 'Kluwer', 'Edward Elgar', 'Ashgate', 'Polity Press', 'Blackwell', 'Blackwell Publishing', 'Yale University Press', 'University of California Press',
           'Stanford University Press', 'Columbia University Press', 'Garland Science', 'Cold Spring Harbor Laboratory Press', 'Thieme', 'Karger', 'Springer-Verlag', 'Morgan Kaufmann', 'IEEE', 'ACM', 'AAAI Press',
           'North-Holland', 'Jones & Bartlett Learning', 'W. W. Norton', 'Norton', 'W. H. Freeman', 'Chapman & Hall/CRC', 'Sinauer Associates', 'U.S. Government Printing Office', 'OECD Publishing', 'World Bank'],
    'de': ['Suhrkamp', 'Campus', 'Campus Verlag', 'VS Verlag für Sozialwissenschaften', 'VS Verlag', 'Springer VS', 'Westdeutscher Verlag', 'Leske + Budrich', 'Leske und Budrich', 'Juventa', 'Beltz', 'Beltz Juventa', 'Nomos',
           'Nomos Verlag', 'transcript', 'transcript Verlag', 'Waxmann', 'de Gruyter', 'C. H. Beck', 'Beck', 'Fischer', 'Fischer Taschenbuch Verlag', 'Rowohlt', 'Klett-Cotta', 'Vandenhoeck & Ruprecht', 'UTB', 'Hogrefe', 'Huber',
           'Duncker & Humblot', 'Mohr Siebeck', 'Verlag Barbara Budrich', 'Budrich', 'Bertelsmann', 'W. Bertelsmann Verlag', 'LIT', 'Lit Verlag', 'Peter Lang', 'Metzler', 'Reclam', 'Kohlhammer', 'Klinkhardt', 'Wissenschaftliche Buchgesellschaft',
           'Oldenbourg', 'Bundeszentrale für politische Bildung', 'Statistisches Bundesamt', 'Piper', 'Hanser', 'Kiepenheuer & Witsch', 'Luchterhand', 'Edition Sigma', 'edition sigma', 'Böhlau', 'Schöningh', 'Kallmeyer', 'Thieme', 'Velbrück',
           'UVK', 'Halem', 'Westfälisches Dampfboot', 'Gabler', 'Rainer Hampp', 'Argument', 'Selbstverlag', 'Enke', 'Hirzel', 'Urban & Schwarzenberg'],
    'fr': ['Presses universitaires de France', 'PUF', 'Gallimard', 'Seuil', 'Armand Colin', 'Dunod', 'La Découverte', 'Flammarion', 'Masson', "L'Harmattan", 'Éditions du Seuil', 'Hachette', 'Doin', 'De Boeck'],
    'es': ['Alianza Editorial', 'Siglo XXI', 'Fondo de Cultura Económica', 'Paidós', 'Ariel', 'Cátedra', 'Gedisa', 'Morata', 'Médica Panamericana', 'Editorial Médica Panamericana', 'Trillas', 'Tecnos', 'McGraw-Hill Interamericana', 'Akal', 'Trotta'],
    'pt': ['Editora Atlas', 'Atlas', 'Vozes', 'Cortez', 'Hucitec', 'Artmed', 'Guanabara Koogan', 'Martins Fontes', 'Companhia das Letras', 'Editora Fiocruz', 'Fiocruz', 'Ministério da Saúde', 'Zahar', 'Contexto', 'Almedina', 'Atheneu', 'Edusp', 'Paz e Terra',
           'Manole', 'Saraiva', 'Editora UNESP', 'IBGE'],
}
BODIES = {
    'en': ['World Health Organization', 'National Institute for Health and Care Excellence', 'NICE', 'Centers for Disease Control and Prevention', 'American College of Physicians', 'American Academy of Family Physicians', 'AAFP',
           'National Institutes of Health', 'U.S. Department of Health and Human Services', 'OECD', 'World Bank', 'United Nations', 'UNESCO', 'European Commission', 'Food and Drug Administration', 'American Diabetes Association',
           'National Academies of Sciences, Engineering, and Medicine', 'Office for National Statistics', 'American Psychiatric Association', 'American Heart Association', 'Cochrane', 'Mayo Clinic', 'Cleveland Clinic',
           'North American Spine Society', 'Royal College of Physicians', 'International Labour Organization', 'Institute of Medicine', 'R Core Team', 'StataCorp', 'Bureau of Labor Statistics', 'National Center for Health Statistics',
           'American College of Radiology', 'The GBD 2019 Collaborators', 'Statistics Canada', 'Australian Institute of Health and Welfare', 'U.S. Preventive Services Task Force', 'Choosing Wisely', 'AAFP Choosing Wisely'],
    'de': ['Statistisches Bundesamt', 'Bundesministerium für Bildung und Forschung', 'BMBF', 'Robert Koch-Institut', 'Bundesärztekammer', 'Autorengruppe Bildungsberichterstattung', 'Deutsches Institut für Wirtschaftsforschung', 'Deutscher Bundestag',
           'Bundesagentur für Arbeit', 'Konsortium Bildungsberichterstattung', 'AWMF', 'Kultusministerkonferenz', 'KMK', 'Deutsche Gesellschaft für Soziologie', 'Bundesministerium für Familie, Senioren, Frauen und Jugend', 'BMFSFJ', 'Wissenschaftsrat', 'Deutsche Forschungsgemeinschaft'],
    'fr': ['Haute Autorité de Santé', 'INSEE', 'Ministère de la Santé', 'Organisation mondiale de la Santé', 'INSERM', 'Santé publique France'],
    'es': ['Ministerio de Sanidad', 'Organización Mundial de la Salud', 'Organización Panamericana de la Salud', 'Instituto Nacional de Estadística', 'CEPAL', 'Secretaría de Salud'],
    'pt': ['Ministério da Saúde', 'Brasil. Ministério da Saúde', 'Brasil', 'Instituto Brasileiro de Geografia e Estatística', 'IBGE', 'Organização Mundial da Saúde', 'Conselho Nacional de Saúde', 'BRASIL', 'Agência Nacional de Vigilância Sanitária'],
}
SITES = ['Medscape', 'WebMD', 'Healthline', 'Physiopedia', 'BBC News', 'The New York Times', 'The Guardian', 'UpToDate', 'Harvard Health', 'MedlinePlus', 'PubMed Health', 'Spine-health', 'Verywell Health', 'NHS', 'CDC', 'Our World in Data', 'Reuters', 'STAT News', 'Patient.info', 'Mayo Clinic']
SURNAMES = {
    'de': 'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer Luhmann Habermas Beck-Gernsheim von_Hentig Bourdieu Oevermann Klafki'.split(),
}
GIVEN = {'de': 'Hans Peter Klaus Wolfgang Jürgen Dieter Manfred Uwe Günter Horst Bernd Karl Werner Heinz Rolf Gerhard Helmut Michael Andreas Stefan Thomas Christian Martin Frank Matthias Ulrich Ursula Karin Helga Sabine Ingrid Renate Monika Gisela Petra Birgit Andrea Brigitte Claudia Erika Christa Elke Stefanie Gertrud Anna Niklas Jutta Karl-Heinz Hans-Peter Eva-Maria Ulrike Annette Jörg Heiner Rainer Tobias Johannes Katharina'.split()}
NOUNS = {
    'de': 'Gesellschaft Bildung Arbeit Familie Jugend Kindheit Migration Integration Demokratie Politik Wirtschaft Gesundheit Pflege Medien Öffentlichkeit Wissenschaft Hochschule Schule Unterricht Sozialstaat Armut Ungleichheit Geschlecht Identität Kultur Religion Recht Staat Verwaltung Globalisierung Europa Stadt Raum Umwelt Technik Kommunikation Sprache Gewalt Organisation Professionalisierung Qualitätssicherung Erwachsenenbildung Weiterbildung Berufsbildung Lehrerbildung Sozialisation Biographie Lebenslauf Altern Generationen Mobilität Arbeitsmarkt Erwerbstätigkeit Partizipation Zivilgesellschaft Governance Evaluation Moderne Individualisierung Modernisierung Rückenschmerzen Bewegungstherapie Leitlinien Versorgung'.split(),
    'fr': 'société éducation travail famille jeunesse démocratie politique santé culture économie douleur école ville environnement recherche vieillissement migration'.split(),
    'es': 'sociedad educación trabajo familia juventud democracia política salud cultura economía dolor escuela ciudad ambiente investigación envejecimiento migración'.split(),
    'pt': 'sociedade educação trabalho família juventude democracia política saúde cultura economia dor escola cidade ambiente pesquisa envelhecimento migração enfermagem'.split(),
}
TITLES = {
    'de': ['{a} und {b}', 'Zur Theorie der {a}', '{a} im Wandel', 'Zur Soziologie der {a}', '{a} in Deutschland', '{a}, {b} und {c}', 'Einführung in die Theorie von {a} und {b}', 'Von der {a} zur {b}', 'Was heißt {a}?', 'Die {a} der {b}',
           '{a} zwischen {b} und {c}', 'Grundlagen der {a}', 'Handbuch {a}', 'Zum Verhältnis von {a} und {b}', '{a} als Problem der {b}', 'Perspektiven der {a}', 'Wege zur {a}', 'Neue Formen der {a}', '{a} – eine Frage der {b}?', 'Die Zukunft der {a}',
           'Ansätze einer {a}', '{a} unter den Bedingungen der {b}', 'Der Einfluss von {a} auf {b}', 'Welche {a} braucht die {b}?', '{a}sforschung', 'Determinanten der {a}'],
    'sub_de': ['Eine empirische Untersuchung', 'Eine Einführung', 'Ergebnisse einer Befragung', 'Theoretische und empirische Beiträge', 'Ein Lehrbuch', 'Studien zur {c}', 'Ein Überblick', 'Befunde des Sozio-oekonomischen Panels', 'Eine vergleichende Analyse',
               'Beiträge zur {c}', 'Konzepte – Befunde – Perspektiven', 'Probleme und Perspektiven', 'Bestandsaufnahme und Kritik', 'Analysen zur {c}', 'Festschrift zum 60. Geburtstag', 'Versuch einer Bilanz', 'Eine Studie zu {b} und {c} 1990-2000'],
    'fr': ['{a} et {b}', 'La {a} en France', 'Introduction à la {a}', 'Les enjeux de la {a}', '{a}, {b} et {c}', 'De la {a} à la {b}'],
    'sub_fr': ['Une étude empirique', 'Enjeux et perspectives', 'Essai sur la {c}'],
    'es': ['{a} y {b}', 'La {a} en América Latina', 'Introducción a la {a}', 'Factores asociados a la {a}', '{a}, {b} y {c}', 'De la {a} a la {b}'],
    'sub_es': ['un estudio de caso', 'Una revisión sistemática', 'retos y perspectivas'],
    'pt': ['{a} e {b}', 'A {a} no Brasil', 'Introdução à {a}', 'Fatores associados à {a}', '{a}, {b} e {c}', 'Da {a} à {b}', '{a}: um estudo de {b}'],
    'sub_pt': ['um estudo transversal', 'revisão integrativa da literatura', 'desafios e perspectivas'],
}
JOURNALS = {
    'de': ['Kölner Zeitschrift für Soziologie und Sozialpsychologie', 'KZfSS', 'Zeitschrift für Soziologie', 'Soziale Welt', 'Berliner Journal für Soziologie', 'Zeitschrift für Pädagogik', 'Aus Politik und Zeitgeschichte', 'Leviathan', 'Zeitschrift für Erziehungswissenschaft',
           'Politische Vierteljahresschrift', 'WSI-Mitteilungen', 'Soziologie', 'Mitteilungen aus der Arbeitsmarkt- und Berufsforschung', 'Deutsches Ärzteblatt', 'Dtsch Arztebl', 'Zeitschrift für Psychologie', 'Psychologische Rundschau', 'Publizistik', 'Merkur', 'Das Argument',
           'Die Deutsche Schule', 'Unterrichtswissenschaft', 'Neue Praxis', 'Soziale Passagen', 'Sozialer Fortschritt', 'Zeitschrift für Sozialreform', 'Prokla', 'Zeitschrift für Familienforschung', 'Geschichte und Gesellschaft', 'Der Schmerz', 'Der Orthopäde', 'Deutsche Medizinische Wochenschrift',
           'Zeitschrift für Arbeits- und Organisationspsychologie', 'DIE ZEIT', 'Der Spiegel', 'Frankfurter Allgemeine Zeitung', 'Süddeutsche Zeitung', 'Forum Qualitative Sozialforschung', 'Österreichische Zeitschrift für Soziologie', 'Schweizerische Zeitschrift für Soziologie',
           'Historische Sozialforschung', 'ZUMA-Nachrichten', 'ZA-Information', 'Informationsdienst Soziale Indikatoren', 'Bildung und Erziehung', 'Pädagogische Rundschau', 'Gruppendynamik', 'Zeitschrift für Sozialpsychologie', 'Jahrbuch der historischen Bildungsforschung', 'Feministische Studien'],
    'fr': ['Revue française de sociologie', 'Population', 'La Presse médicale', 'Revue du rhumatisme', 'Actes de la recherche en sciences sociales', 'Rev Prat', 'Annales. Histoire, Sciences Sociales', 'Recherches sociologiques'],
    'es': ['Gaceta Sanitaria', 'Revista Española de Salud Pública', 'Revista Médica de Chile', 'Salud Pública de México', 'Atención Primaria', 'Med Clin (Barc)', 'Nutrición Hospitalaria', 'Papers', 'Reis'],
    'pt': ['Revista de Saúde Pública', 'Cadernos de Saúde Pública', 'Cad Saude Publica', 'Ciência & Saúde Coletiva', 'Revista Brasileira de Enfermagem', 'Rev Bras Enferm', 'Revista Latino-Americana de Enfermagem', 'Acta Paulista de Enfermagem', 'Educação & Sociedade', 'Rev Esc Enferm USP', 'Jornal de Pediatria', 'Texto & Contexto Enfermagem'],
}
SERIES = {'en': ['Lecture Notes in Computer Science', 'Studies in Social Research', 'NBER Working Paper', 'WHO Technical Report Series', 'Methods in Molecular Biology', 'Contributions to Management Science'],
          'de': ['Schriftenreihe der Bundeszentrale für politische Bildung', 'edition suhrkamp', 'suhrkamp taschenbuch wissenschaft', 'Beiträge zur Arbeitsmarkt- und Berufsforschung', 'Kölner Zeitschrift für Soziologie und Sozialpsychologie Sonderheft', 'Reihe Soziologie'],
          'fr': ['Que sais-je ?'], 'es': ['Serie Salud'], 'pt': ['Coleção Saúde em Debate']}
