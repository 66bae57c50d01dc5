"""Words that carry a capital in casework and name nobody: our own list, in small letters.

A word belongs here if people write it with a capital in the middle of a sentence about a case, or
in capitals throughout. Places do not: a village may say who somebody is.
"""

from __future__ import annotations

import re

from answerable.records.identity.everyday import EVERYDAY

_CALENDAR = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
january february march april may june july august september october november december
feb mar apr jul aug sep sept oct nov dec christmas easter eve boxing new year years
ramadan eid diwali passover bank holiday spring summer autumn winter
"""
_ROLES = """
police officer officers constable constables sergeant sergeants inspector inspectors superintendent
superintendents chief detective detectives investigator investigators supervisor supervisors
gatekeeper gatekeepers prosecutor prosecutors barrister barristers counsel judge judges recorder
magistrate magistrates jury juror clerk usher victim victims complainant complainants survivor
survivors suspect suspects defendant defendants witness witnesses offender offenders accused
adviser advisers advisor advisors advocate advocates intermediary interpreter interpreters nurse
nurses doctor doctors consultant social worker workers support team teams unit units manager
managers director directors commissioner commissioners deputy assistant lead leads head reviewer
lawyer lawyers solicitor solicitors custody duty crown senior district specialist
specialists paralegal analyst analysts staff parent parents mother father mum dad mam nan gran
grandma grandad sister brother aunt auntie uncle cousin partner husband wife boyfriend girlfriend
friend friends neighbour teacher manager employer colleague colleagues sir madam ma'am
"""
_INSTITUTIONS = """
court courts prosecution prosecutions service services constabulary office home ministry justice
department government council college policing inspectorate parliament house centre center hospital
school university prison probation bench council committee board panel area areas region national
independent joint local external internal health care mental ambulance fire rescue commission
crimestoppers samaritans childline
"""
_WORK = """
code codes right rights review reviews enhanced guidance charging charge charges annex appendix
schedule counting rule rules act acts section sections part parts paragraph chapter article bill
law equality data protection human sexual violence assault offence offences rape referral
achieving best evidence evidential personal statement statements interview interviews test full
threshold strategy plan plans action actions item items early advice investigative investigation
investigations outcome outcomes recommendation recommendations finding findings report reports
meeting meetings stage stages step steps case cases file files record records log entry crime
crimes incident incidents reference number exhibit exhibits schedule material disclosure third
party request requests submission submissions decision decisions notice notices letter letters
email e-mail message messages call telephone phone mobile video recorded forensic forensics
medical kit sample samples swab swabs bail release released under arrest arrested warrant hearing
hearings trial trials plea preparation sentence verdict appeal special measures screens live link
threat risk assessment assessments safeguarding domestic abuse stalking harassment order orders
non-recent operation op project programme model operating training course courses pilot scheme
schemes victims' officers' pathway escalation disagreement withdrawal survey feedback preference
contact consultation consultations triage quality checklist form forms template policy standard
standards framework performance measure measures official sensitive confidential restricted force
forces staff squad task group agency agencies body bodies practice language sign crisis trust aid
response processing unit units department team desk line lines enquiry enquiries inquiry needs
need children women men survivors counselling therapy psychological toolkit manual handbook
leaflet workbook register registrar calendar portal database system systems property scene search
window deadline target timeline chronology credibility myth myths consent capacity vulnerability
communication communications equipment network laboratory lab science scientist pathologist
psychologist psychiatrist paramedic midwife counsellor counselor therapist liaison coordinator
co-ordinator administrator secretary clerk receptionist chair chairman trainer tutor mentor
student pupil resident tenant landlord driver passenger customer guest host compensation injuries
authority ombudsman commission tribunal legal criminal civil family youth north south east west
northern southern eastern western central greater upper lower regional city county town village
borough parish country street road community public private open closed urgent important immediate
high medium low standard basic general special major minor serious new old professional personal
practical physical digital online virtual remote live direct indirect association society
federation union charity foundation network forum group alliance company club church mosque temple
synagogue hotel restaurant pub bar cafe shop store supermarket gym park station airport bus train
taxi car van bike vehicle plate flat house room floor door ward clinic surgery pharmacy practice
hospice hostel refuge shelter safe safety welfare wellbeing trauma injury injuries wound bruise
alcohol drug drugs cannabis cocaine first second third fourth fifth sixth seventh eighth edition
issue final initial further no yes not the none all any question answer note notes update updates
summary background conclusion reason reasons rationale next date time name day week today
yesterday tomorrow option version figure table page level band tier category type group
"""
_PEOPLES = """
english welsh scottish irish british european american african asian caribbean indian pakistani
bangladeshi chinese polish romanian bulgarian lithuanian latvian ukrainian russian french german
italian spanish portuguese greek turkish kurdish arabic arab urdu punjabi gujarati hindi bengali
tamil farsi persian dari pashto somali amharic tigrinya yoruba igbo swahili cantonese mandarin
vietnamese thai japanese korean hungarian czech slovak albanian latin roma romani gypsy traveller
travellers white black mixed christian christians muslim muslims jewish hindu sikh buddhist
catholic protestant anglican god bible quran gay lesbian bisexual trans deaf england wales
scotland ireland britain kingdom uk europe africa asia america france germany spain italy poland
romania bulgaria albania ukraine russia turkey greece portugal india pakistan bangladesh china
nigeria ghana kenya somalia eritrea ethiopia sudan syria iraq iran afghanistan vietnam brazil
australia canada
"""
_THINGS = """
facebook instagram snapchat whatsapp tiktok twitter youtube telegram discord tinder hinge bumble
grindr google apple samsung android iphone ipad microsoft teams zoom skype word excel outlook
windows internet web wi-fi wifi bluetooth uber netflix amazon ebay airbnb niche athena connect
sony nintendo xbox playstation vodafone samsung huawei nokia motorola hp dell lenovo tesco asda
aldi lidl morrisons sainsbury waitrose boots greggs mcdonald starbucks costa wetherspoon
travelodge premier inn hilton monzo barclays lloyds natwest halifax santander hsbc paypal revolut
klarna bolt deliveroo addison trainline primark argos ikea superdrug toyota honda nissan bmw audi
volkswagen mercedes vauxhall peugeot renault skoda volvo hyundai tesla gmail hotmail icloud chrome
safari firefox adobe chatgpt spotify strava fitbit garmin gps sim nokia axon cellebrite reddit
linkedin viber signal messenger imessage facetime webex onedrive sharepoint dropbox interpol
europol eurojust border immigration passport visa ofsted ofcom barnardo's nspcc mencap mind relate
refuge galop covid brexit soteria bluestone holmes compass common platform portal intranet viagra
valium xanax ketamine rohypnol i i'm i've i'd i'll ok a&e
"""
_ABBREVIATIONS = """
cps isva idva chisva sarc rasso dg nfa vrr vri abe ptph via nhs gp soit solo sto oic dci dcc acc
pcc hmic hmicfrs hmcpsi npcc npas iopc mps bwv cctv dna fme sane ssaidp pip cpd apa eia vps vpss
spoc mash marac mappa dash dvpo dvpn shpo sopo sro rui pnc pnd cid ppu pvp fcr ncrs hocr hmp hmpps
moj cjs cjb lcjb tpm mg mgs urn oel cad cris stop pace cpia foi dpa gdpr ico dpia abh gbh psed qc kc
cbt ptsd adhd eia usa eu sms mms url pdf ooc oocd wap wmp the and was has had for not but are all
her his she him you our who did can may see any new now one two day due per via ltd plc ref tel tbc
tba asap eta fao vs etc nb ps am pm id cv hr it it's ict pr ppe dvla dwp hmrc dfe dhsc phe ukba
"""
_TITLE_WORDS = "mr mrs ms miss mx dr prof rev sgt insp supt det pc dc ds di det wpc pcso dsu dsupt"
_PARTS_OF_TITLES = EVERYDAY.union(_INSTITUTIONS.split(), _WORK.split())
_WORDS = _PARTS_OF_TITLES.union(
    *map(str.split, (_CALENDAR, _ROLES, _PEOPLES, _THINGS, _ABBREVIATIONS, _TITLE_WORDS))
)
_ALSO_SURNAMES_LISTED = """
bank barber bishop book card case chance chief church code day cook english fox french german
grant green hall head haven high hill house jordan judge law low major lock marsh master moor new
north old page park parker guard key knight porter power pride ring rule scott shepherd sign south
spring steward street summer ward warden west winter wise wood young
"""
_ALSO_SURNAMES = frozenset(_ALSO_SURNAMES_LISTED.split())
_LONGEST_ABBREVIATION = 4
_ENDING = re.compile(
    r".{4,}(?:tions?|sions?|ments?|ness|ships?|ical|ology|ative|ances|ences|ities|age|ory|ism|ysis)"
    r"|.{5,}(?:ial|nal|ral|ive|ous|ible|ised|ated)|.{6,}(?:ing|able)"
)
_BEGINNINGS_LISTED = """
a an the this that these those such each every either neither both all any some several many most
much more few fewer no none nothing nobody somebody someone something everybody everyone
everything anybody anyone anything i we you he she it they my our your his her its their mine who
whom whose which what when where why how whether while whilst since until before after afterwards
although though because if unless as at by for from in into of off on onto out over to under up
upon with within without about above across against along among around behind below beneath beside
besides between beyond despite down during except inside near outside past per through throughout
towards and but or nor so yet not only also even just still then there here thus hence however
therefore otherwise instead meanwhile moreover furthermore nevertheless is are was were be been
being am do does did done has have had having can could will would shall should may might must let
lets today yesterday tomorrow tonight now later earlier soon once twice again always never often
sometimes usually initially finally eventually following given due other others another same own
first second third last next previous one two three four five six seven eight nine ten please
thank thanks yes it's that's there's what's who's here's let's he's she's they're we're i'm
"""
BEGINNINGS = frozenset(_BEGINNINGS_LISTED.split())
"""Words with which sentences begin and that are never a name."""


def is_ordinary(word: str) -> bool:
    """Whether a word names nobody by itself, although it may carry a capital."""
    small = word.lower()
    return (
        small in _WORDS or _without_ending(small) in _WORDS or _ENDING.fullmatch(small) is not None
    )


def is_part_of_title(word: str) -> bool:
    """Whether a word with a capital beside it makes a title of the two, as in "Sign Language"."""
    small = word.lower()
    if small in _ALSO_SURNAMES:
        return False
    is_title = small in _PARTS_OF_TITLES or _without_ending(small) in _PARTS_OF_TITLES
    return is_title or _ENDING.fullmatch(small) is not None


def _without_ending(small: str) -> str:
    """A word without the endings of possession and of the plural."""
    alone = small.removesuffix("'s").removesuffix("'")
    return alone.removesuffix("s") if len(alone) > _LONGEST_ABBREVIATION else alone
