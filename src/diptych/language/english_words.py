"""Everyday words of written English, by which a few words that a translation kept are told.

They are those of C. K. Ogden's Basic English (1930) that no trade has made a name of its own, and
the verbs, nouns and adjectives that manuals and reports explain things with. What programmers of
all languages say in English (commit, server, token) is left out, and so is what many languages
spell alike (radio, hotel).
"""

from __future__ import annotations

from functools import lru_cache

from diptych.language.small_words import small_words

_VERBS = """
    accept accomplish achieve act adapt add adjust admit adopt advise affect agree aim allow
    analyze announce answer appear apply appreciate approach approve argue arrange arrive ask
    assess assign assist assume assure attach attempt attend attract avoid await be become begin
    behave believe belong borrow break bring build burn buy calculate care carry catch cause
    celebrate change check choose claim clarify clean clear click close collect combine come
    communicate compare complain complete comply compute concern conclude conduct configure
    confirm confuse connect consider consist contact contain continue contribute control convert
    convince cook copy correct cost count cover create cross cut damage deal decide declare
    decrease define delay delete deliver demand deny depend describe deserve design destroy
    detect determine develop differ disable disappear discover discuss display divide do double
    draw dream drink drive drop earn eat edit emphasize enable encourage end enhance enjoy
    ensure enter escape establish estimate evaluate examine exceed exclude execute exist expand
    expect explain explore expose express extend extract face fail fall feed feel fight fill
    find finish fit fix fly follow forget form gain gather generate get give go grow guess guide
    handle happen hate have hear help hide hold hope hurt identify ignore illustrate imagine
    implement imply improve include increase indicate influence inform insert insist install
    intend interact introduce invest investigate invite involve join judge jump keep kill know
    lack last laugh lay lead learn leave lend let lie lift limit listen live locate look lose
    love maintain make manage mark match matter mean measure meet mention mind miss modify
    monitor move multiply need notice obtain occur offer open operate organize overcome
    overwrite own participate pass pay perform permit pick place plan play point practice prefer
    prepare present preserve press prevent proceed process produce promise promote propose
    protect prove provide publish pull purchase push put qualify question raise reach read
    realize receive recognize recommend record recover reduce refer reflect refuse regard
    register regret relate relax rely remain remember remind remove rename repair repeat replace
    reply report represent request require rescue resolve respect respond restore restrict
    result resume retain retrieve return reveal review revise ride rise run save say search see
    seek seem select sell send separate serve set settle share shine shoot shorten show sign
    simplify sing sit sleep slow smell smile solve speak specify spend split spread stand start
    state stay steal stick stop store strengthen study submit succeed suffer suggest summarize
    supply support suppose survive suspect swim take talk taste teach tell tend thank think
    throw touch train translate travel treat trust try turn understand undo unite unlock update
    upgrade use validate vary verify visit wait walk want warn wash watch wear win wish work
    worry write
    """
_NOUNS = """
    ability access accident account achievement acknowledgement act action activity addition
    adjustment advantage advice age agreement air amount amusement animal answer appendix
    approach approval argument arm army arrangement art article aspect assessment assignment
    attack attempt attention attraction author authority availability awareness baby back
    background bag balance ball basics basin basis bath bed bee behavior behaviour belief bell
    belonging benefit bird birth bit bite blood blow board boat body bone book boot bottle
    bottom box boy brain brake branch bread breath brick bridge brother brush building burst
    business butter button cake calculation camera candidate capacity car card care career
    carriage case category cause chain challenge chance change chapter characteristic checklist
    cheese chest child choice church circle citizen city class classification clock cloth cloud
    clothing coal coat collection color colour comfort comment committee common community
    companies company comparison competition complaint component concept concern conclusion
    condition confidence connection consequence consideration constraint construction content
    contents context contribution contributor control convention conversation cook copper copy
    country cover cow crack creation credit crime crush cry culture cup currency current curve
    customer damage danger data date daughter day dead deadline deal death debt decision degree
    delivery demand departure dependency description desire destruction detail development
    difference difficulty digestion direction disadvantage discovery discussion disease disgust
    distance distribution division document documentation dog door doubt drawback drawer dress
    drink driving drop dust ear earth edge editor education effect effort egg end engine
    enhancement enough environment equipment error evaluation event everything evidence example
    exam exchange exercise existence expansion expectation experience expert explanation
    exploration expression extension eye face fact failure faith fall family farm father feather
    feature fear feedback feeling fiction field fight figure finding finger fire fish flag floor
    flow flower fly folder following food foot force fork form formula foundation frame friend
    friendship fruit function future garden girl glass glossary glove goal goat gold government
    grade grain grass grip ground group growth guidance guide guideline guidelines guest gun
    hair hand handbook handling happiness harbour harmony hat head heading health hearing heart
    heat help hint history hole homework hope horn horse hospital hour house human humor
    hypothesis ice idea illustration image impact implementation importance improvement impulse
    inclusion income increase index individual industry information infrastructure ingredient
    initiative ink input insect insight installation instruction instructions instrument
    insurance intent interest interpretation introduction invention investment invitation iron
    island issue item jelly jewel job join journey judge judgment kettle key kick kind kiss knee
    knife knot knowledge land language laugh law layer lead leader leadership leaf learning
    leather leg lesson letter level library lift light limit limitation limitations line linen
    lip liquid list literature location lock look loss love machine maintenance majority man
    management manager manner map mark market mass match material materials meal meaning means
    measure measurement meat medicine meeting member memory message metal method middle milk
    mind mine minute mission mist mistake modification moment money monkey month moon morning
    mother motion motivation mountain mouth move movement muscle music nail name nation neck
    necessity need needle neighbor nerve nest net network news night noise nose note notes
    notice number nut objective objectives observation occasion offer office officer oil opening
    operation opinion opportunity option orange order organisation organization ornament other
    outcome outline output oven overview owner ownership page pain paint paper paragraph parent
    park part participant participation partner partnership party past path pattern payment
    peace pen pencil people perception performance period permission person perspective phase
    phrase picture piece pin pipe place plan plane plant plate platform play player pleasure
    plough pocket point poison policy population possibility pot potato powder power practice
    prediction preference prerequisite prerequisites presence presentation price principle print
    priority prison privacy problem procedure produce product profit progress project proof
    property proposal prose protection protest provider publication pull pump punishment purpose
    push quality quantity quarter question questions queue rail rain range rat rate ratio ray
    reaction reader reading reality reason receipt recipe recommendation record reduction
    reference references reflection region regret relation relationship release religion removal
    replacement report representative request requirement requirements research researcher
    resource resources respect response responsibility rest result review reward rhythm rice
    right ring risk river road rod role roll roof room root rose round rub rule rules safety
    sail salt sample sand scale scenario schedule school science scope screen screw sea seat
    second secret secretary section security seed selection self sense sentence sequence servant
    service session setting settings setup sex shade shake shame shape sheep shelf ship shirt
    shock shoe shop shortcut side sign signal significance silk silver similarity sister
    situation size skill skills skin skirt sky sleep slip slope smash smell smile smoke snake
    sneeze snow soap society sock solution solutions son song sort sound soup source space spade
    specification speech speed spoon spring square stage stamp standard star start state
    statement station statistics steam steel stem step steps stick stitch stocking stomach stone
    stop store story strategy street strength stretch structure student study style subject
    substance success sugar suggestion summary sun supervisor supply support surface surprise
    survey sweet system table tail talk target task taste tax teacher teaching team technique
    techniques technology tendency term terms test text theory thing things thought thread
    throat thumb thunder ticket time tip tips title toe tongue tool tools tooth top topic touch
    town trade tradition train training transition translation translator transport tray
    treatment tree trend trick tricks trip trouble troubleshooting trousers trust truth turn
    twist type umbrella understanding unit upgrade usage user value variety vegetable version
    vessel view village violence vision voice volume volunteer walk wall war warning waste water
    wave wax way weakness weather week weight wheel whip whistle wind window wine wing winter
    wire wisdom woman wood wool word work worker workflow world worm wound writer writing year
    """
_QUALITIES = """
    abandoned able above absent absolute abstract academic acceptable accessible accountable
    accurate acid actual additional adequate advanced afraid aged aggressive alive alone
    alternative amazing ambitious amateur ancient angry annual anonymous anxious apparent
    appropriate automatic available average aware awake awful bad basic beautiful bent best
    better big bitter black blue boiling brave brief bright broad broken brown busy capable
    careful careless cautious central certain cheap chemical chief clean clear clever close cold
    comfortable comfy common complete complex complicated comprehensive confident connected
    conscious consistent constant convenient cool correct creative critical cruel current
    curious custom daily dangerous dark dead dear deep delicate dependent desired detailed
    different difficult dirty direct dry dynamic eager early easy economic educational effective
    efficient elastic electric elegant eligible empty entire environmental equal essential
    ethical exact excellent exciting existing expensive experienced explicit extra extreme fair
    familiar famous fast fat favorite feeble female fertile few final financial fine first fixed
    flat flexible foolish foreign former forward free frequent fresh friendly full funny further
    future general generic good grateful great green grey guilty hanging happy hard harmful
    healthy heavy helpful hidden high historical hollow honest huge hungry ideal identical ill
    illegal immediate important impossible inaccurate incorrect independent indirect inevitable
    initial inner innocent internal interesting invalid invisible joint junior key kind known
    large last late latest latter lazy least left legal less likely limited little living local
    logical lonely long loose loud low lucky mad main major male manual many married massive
    material meaningful medical mental military minimal minor missing mixed mobile modern
    multiple much mutual narrow native natural necessary negative new next nice noisy normal
    nervous obvious occasional official ok old open opposite optional ordinary original other
    outdated outer outside overall parallel partial particular past perfect permanent personal
    physical pleasant political poor popular positive possible potential powerful practical
    precise preferred pregnant present pretty previous primary prior private probable
    professional proper proud public pure quick quiet random rapid rare raw ready real realistic
    reasonable recent recommended red regular related relative relevant reliable remaining
    remarkable remote repetitive required respective responsible reusable rich right robust
    rough round sad safe same scientific second secure sensitive separate serious several
    shallow sharp short shut sick significant silent similar simple single skilled slow small
    smart smooth social soft solid sorry special specific spiritual stable static steady sticky
    stiff straight strange strict strong stupid subtle successful such sudden sufficient
    suitable supplementary sweet tall technical temporary tender thick thin third tight tired
    tiny total tough traditional transparent typical ugly unable unclear unexpected unique
    universal unknown unlikely unnecessary unofficial unusual upcoming updated upper urgent
    useful usual vague valid valuable various vast verified violent visible visual voluntary
    vulnerable warm weak weekly weird welcome wet white whole wide wild willing wise wonderful
    worldwide worth wrong yearly yellow young
    """
_ADVERBS = """
    ago ahead almost already always anyway anywhere apart away carefully commonly completely
    correctly currently directly down early easily effectively either else enough especially etc
    even eventually ever everywhere exactly far finally first forever frequently fully generally
    hardly here highly however immediately indeed instead just later least likely mainly
    manually maybe mostly much namely nearly neither never nevertheless newly normally now off
    often once otherwise out overall perhaps please possibly properly quickly quite rather
    really recently regularly safely shortly significantly simply since slightly slowly
    sometimes somewhere soon still successfully there therefore though throughout thus today
    together tomorrow too twice typically up usually very well yesterday yet among across
    against along around behind below beside besides beyond despite except inside near per plus
    regarding towards underneath until upon via versus whether although unless whereas whatever
    whenever anyone anything everyone everything nobody nothing someone something somebody
    myself yourself himself itself ourselves yourselves themselves ones another none own my me
    him hers ours yours theirs i one two three four five six seven eight nine ten hundred
    thousand million been did done went gone gave given took taken made knew known found kept
    left lost meant met paid said sent shown sold spent stood taught thought told understood won
    wrote written chosen broken built began begun came fell felt got grew held hid led ran saw
    seen spoke spoken children men women people feet teeth
    """
_FORMS = {word for row in (_VERBS, _NOUNS, _QUALITIES, _ADVERBS) for word in row.split()}
_VERB_FORMS = frozenset(_VERBS.split())
_LEAST = 3
"""The least letters of what remains of a word without its ending."""


@lru_cache(maxsize=1 << 14)
def is_everyday(word: str) -> bool:
    """Whether `word`, in small letters, is an everyday word of English in any of its forms."""
    if word in _FORMS or word in small_words("en"):
        return True
    return any(stem in _FORMS for stem in _stems(word))


@lru_cache(maxsize=1 << 12)
def is_verb(word: str) -> bool:
    """Whether `word`, in small letters, is an everyday verb as orders have it: "add", "write"."""
    return word in _VERB_FORMS


def _stems(word: str) -> list[str]:
    """What may stand before the ending of `word`: "using" gives "us" and "use"."""
    found = []
    for ending, instead in (
        ("'s", ""), ("’s", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"),
        ("ied", "y"), ("ing", ""), ("ing", "e"), ("ly", ""), ("ily", "y"), ("er", ""), ("er", "e"),
        ("ers", ""), ("ers", "e"), ("est", ""), ("est", "e"), ("ness", ""), ("able", ""),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            stem = word[: -len(ending)]
            found.append(stem + instead)
            if ending in {"ed", "ing", "er"} and not instead and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return found
