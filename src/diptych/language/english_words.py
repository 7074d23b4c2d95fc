"""Everyday words of written English, by which a few words that a translation kept are told.

They are words of C. K. Ogden's Basic English (1930) and other verbs, nouns, adjectives and adverbs
with which manuals, essays and reports explain things. The latter were chosen by hand for this
check: no list of frequencies is behind them. What programmers of all languages say in English
(commit, cache, token) is left out, and so is what many languages spell alike (radio, hotel).
"""

from __future__ import annotations

from functools import lru_cache

from diptych.language.small_words import small_words

_VERBS = """
    abandon abolish absorb accept access accomplish achieve acknowledge acquire act activate
    adapt add address adjust administer admit adopt advance advertise advise affect agree aim
    align allocate allow alter amend analyze animate announce answer anticipate appear append
    apply appreciate approach approve archive argue arise arrange arrive ask assemble assert
    assess assign assist associate assume assure attach attempt attend attract authenticate
    authorize automate avoid await ban be become begin behave believe belong benchmark bind
    block borrow break bring browse build burn buy calculate call cancel capture care carry
    catch cause cease celebrate change chat check choose cite claim clarify classify clean clear
    click close coach collaborate collect combine come communicate compare compile complain
    complete comply compose compress compute concatenate concern conclude condense conduct
    configure confirm confront confuse connect conserve consider consist consult consume contact
    contain continue contrast contribute control convert convince cook cooperate coordinate copy
    correct cost count cover craft crawl create cross customize cut damage dare deal debate
    debug decide declare decline decode decrease dedicate define delay delegate delete deliver
    demand deny depend deploy deposit derive describe deserve design destroy destruct detach
    detect determine develop deviate diagnose dictate differ diminish disable disagree disappear
    disclose disconnect discourage discover discuss dismiss dispatch display dispose dissolve
    distinguish distribute divide do donate double download drain draw dream drink drive drop
    duplicate earn eat edit elaborate elect eliminate embed embrace emphasize employ emulate
    enable enclose encode encounter encourage end endorse enforce engage enhance enjoy enlarge
    enroll ensure enter entitle enumerate envision equip escalate escape establish estimate
    evaluate evolve examine exceed excel exclude execute exhaust exist expand expect explain
    explore export expose express extend extract face facilitate fail fall feed feel fetch fight
    fill filter finalize find finish fit fix flatten flip float fly fold follow forbid forget
    form forward found freeze fulfill function fund gain gather generate get give glue go
    graduate grant grasp greet group grow guarantee guess guide halt handle happen harm hate
    have hear help hide hold hope host hunt hurt identify ignore illustrate imagine implement
    imply import impose improve include incorporate increase indicate influence inform inherit
    initialize initiate insert insist inspect inspire install instruct integrate intend interact
    interpret interrupt intervene introduce invest investigate invite involve isolate iterate
    join judge jump justify keep kill know lack last laugh launch lay lead lean learn leave lend
    let leverage lie lift limit listen live locate look loop lose love maintain make manage
    manipulate mark match matter maximize mean measure meet memorize mention migrate mimic mind
    minimize mirror miss mitigate mock modify monitor motivate move multiply navigate need
    neglect negotiate nest nominate normalize notice notify obey observe obtain occur offer omit
    open operate optimise optimize organize outline overcome overwrite own parse participate
    pass pause pay perform permit persist persuade pick pin place plan play point pose postpone
    pour practice predict prefer preload prepare prepend present preserve press presume prevent
    preview print prioritize proceed process produce profile program prohibit promise promote
    pronounce propose protect prove provide prune publish pull purchase pursue push put qualify
    query question quit quote raise reach read realize reboot rebuild recall receive recognize
    recommend reconsider record recover recruit redeem redirect reduce refactor refer refine
    reflect refuse regard register regret reject relate relax release relieve reload rely remain
    remember remind remove rename render renew rent reorder repair repeat replace reply report
    represent reproduce request require rescue reserve reset reside resize resolve respect
    respond restart restore restrict result resume retain retire retrieve retry return reuse
    reveal reverse revert review revise revoke reward rewrite ride rise roll rotate route run
    sample save say scan scatter schedule scroll search secure see seek seem seize select sell
    send separate serve set settle shape share shift shine shoot shorten show shrink shuffle
    sign simplify simulate sing sit skip sleep slide slow smell smile solve sort speak specify
    spend split sponsor spread stack stage stand start state stay steal stem stick stir stop
    store strengthen strike strip strive structure struggle study submit subscribe substitute
    succeed suffer suggest summarize summon supervise supply support suppose surround survive
    suspect swap sweep swim switch synchronize tackle tag take talk taste teach tell tend
    terminate thank think throw toggle touch trace trade train transfer transform translate
    transmit travel treat trigger troubleshoot trust try tune turn tweak type unblock understand
    undo uninstall unite unlock unpack unsubscribe unzip update upgrade upload use utilize
    validate vanish vary verify visit vote wait walk want warn wash watch wear win wish withdraw
    work worry wrap write yield zoom
    """
_NOUNS = """
    ability abuse acceptance access accident account accuracy achievement acknowledgement
    acquisition act action activity adaptation addition adjustment adoption advantage advice age
    agenda aggregation agreement aid air alert algorithm alignment allocation amount amusement
    analysis animal announcement answer appearance appendix application approach approval area
    argument arm army arrangement arrival art article aspect assembly assessment asset
    assignment assumption assurance attack attempt attention attraction attribution audience
    audit author authority automation availability awareness baby back background backup bag
    balance ball ban bandwidth barrier base basics basin basis basket batch bath battle bed bee
    behavior behaviour belief bell belonging benefit bird birth bit bite blood blow board boat
    body bone book boot bottle bottom boundary box boy brain brake branding bread breakdown
    breakthrough breath brick bridge brother brush budget building burst business butter button
    buyer cake calculation calendar camera campaign candidate capability capacity caption
    capture car card care career carriage case category cause cell century ceremony chain
    challenge champion chance change channel chapter characteristic charge cheat checklist
    cheese chemistry chest child choice church circle circumstance citation citizen city class
    classification clock cloth clothing cloud clue coach coal coat collaboration collection
    color colour combination comfort command comment commitment committee common communication
    community companies company comparison compatibility competition competitor complaint
    completion complexity compliance component composition compromise computer concept concern
    conclusion condition conduct confidence configuration conflict confusion congratulations
    connection consensus consent consequence consideration consistency constant constraint
    construction consumer consumption content contents contest context contract contradiction
    contrast contribution contributor control convention conversation cook cooperation
    coordination copper copy copyright correction correlation council counter country couple
    courage cover coverage cow crack craft creation creature credit crime criteria criterion
    critic crop crossing crowd crush cry culture cup currency current curve customer cycle
    damage danger data database date daughter day dead deadline deal death debt decision degree
    delivery demand departure dependency deployment descent description designer desire
    destination destruction detail detection developer development device diagnosis dialogue
    diet difference difficulty digestion dimension direction disadvantage disclaimer disclosure
    discount discovery discrimination discussion disease disgust disorder display distance
    distribution diversity division document documentation dog donation door doubt draft
    drawback drawer dress drink driving drop duration dust duty dynamics ear earth economy edge
    editor education effect efficiency effort egg election element emergency emission emotion
    emphasis employee employment encounter encryption end enforcement engagement engine engineer
    engineering enhancement enough enquiry entity entrance entry environment equality equation
    equipment era error estimation ethics etiquette evaluation event everything evidence exam
    example exception exchange execution executive exercise exhibition existence expansion
    expectation expense experience expert explanation exploration exposure expression extension
    extent eye face facility fact factor failure faith fall family farm father fault favour fear
    feather feature fee feedback feeling fiction field fight figure file filter finance finding
    finger fire fish flag flexibility floor flow flower fluency fly focus folder following food
    foot footer force forecast forest fork form formula foundation fraction frame fraud freedom
    frequency friend friendship fruit frustration fuel function fund funding future gallery game
    gap garden gate gender generation gift girl glance glass glossary glove goal goat gold
    governance government grade grain graph graphics grass grip ground group growth guarantee
    guess guest guidance guide guideline guidelines gun habit hair hand handbook handling
    happiness harbour hardware harmony hat hazard head heading headline health hearing heart
    heat height help hierarchy highlight hint history holder hole holiday homework hope horn
    horse hospital hour house household housing human humor hypothesis ice idea identity
    illustration image impact implementation implication importance impression improvement
    impulse incident inclusion income increase index indicator individual industry inequality
    inflation information infrastructure ingredient inheritance initiative ink input inquiry
    insect insight inspection inspiration installation institution instruction instructions
    instrument insurance integration integrity intelligence intent intention interaction
    interest interface interior interpretation interval intervention introduction invention
    inventory investment invitation iron island isolation issue item iteration jelly jewel job
    join journal journey judge judgment justice kettle key keyboard keyword kick kind kiss knee
    knife knot knowledge label laboratory land landscape language latency laugh launch law layer
    layout lead leader leadership leaf learning leather leg legislation length lesson letter
    level liability liberty library licence license lift light likelihood limit limitation
    limitations line linen link lip liquid list literature loading location lock logging look
    loop loss love luck machine magazine maintainer maintenance majority man management manager
    manifest manifesto manner manufacturer map margin mark market marketing mass match material
    materials maturity maximum meal meaning means measure measurement meat mechanism media
    medicine meeting member memory menu merchant merit message metal method methodology middle
    migration milk mind mine minimum minority minute mission mist mistake modification module
    moment money monitoring monkey month mood moon morning mother motion motivation motor
    mountain mouth move movement multitude muscle music mutation myth nail name narrative nation
    navigation necessity neck need needle negotiation neighbor nerve nest net network news night
    noise nose notation note notes notice notification novel number nut nutrition objective
    objectives obligation observation observer obstacle occasion occurrence offer office officer
    oil opening operation operator opinion opportunity optimisation optimization option orange
    order organisation organization organizer orientation origin ornament other outcome outline
    output oven overview owner ownership package page pain paint panel paper paragraph parameter
    parent park part participant participation partner partnership party passage password past
    path patience pattern payment peace peak pen penalty pencil people perception performance
    period permission persistence person personality perspective phase phenomenon philosophy
    phone photo phrase picture piece pillar pilot pin pipe pity place plan plane plant plate
    platform play player playground pleasure pledge plough pocket point poison policy pool
    population portion position possibility post poster posture pot potato poverty powder power
    practice praise precaution precision prediction preference prefix prerequisite prerequisites
    presence presentation presenter pressure prevention price principle print priority prison
    privacy prize problem procedure processing produce producer product profession profile
    profit program programme programming progress project pronunciation proof property proposal
    prose protection protest protocol provider province provision publication publicity
    publisher pull pump punishment purpose push quality quantity quarter quest question
    questions queue quotation quote race rail rain raise random range rank ranking rat rate
    rating ratio ray reaction reader reading reality realm reason rebuild receipt recipe
    recipient recognition recommendation reconstruction record recording recovery recruitment
    reduction redundancy refactoring reference references reflection region registration regret
    regulation rehearsal relation relationship release reliability relief religion reminder
    removal replacement replica report representative reproduction reputation request
    requirement requirements research researcher reservation resistance resolution resource
    resources respect response responsibility rest restart restriction result retention retry
    revenue review revision revolution reward rhythm rice right ring risk river road rod role
    roll rollback roof room root rose round routine routing row rub rule rules safety sail salt
    sample sanction sand satisfaction saving scale scenario scene schedule scheme scholar school
    science scope score screen screw sea seat second secrecy secret secretary section security
    seed segment selection self seller sender sense sensitivity sentence sentiment separation
    sequence servant service session setting settings setup severity sex shade shake shame shape
    shareholder sheep shelf shift ship shirt shock shoe shop shortage shortcut side sight sign
    signal signature significance silk silver similarity simplicity simulation sister situation
    size skeleton skill skills skin skirt sky sleep slide slip slope smash smell smile smoke
    snake sneeze snippet snow soap society sock software solution solutions solver son song sort
    sound soup source sovereignty space spade speaker species specification speech speed
    spelling sponsor sponsorship spoon spring square stability staff stage stakeholder stamp
    stance standard star start state statement station statistics statute steam steel stem step
    steps stick stitch stocking stomach stone stop storage store storm story strain stranger
    strategy stream street strength stress stretch string structure student study style subject
    subscriber subscription subsection substance substitute substitution subtitle success
    successor sugar suggestion sum summary sun superiority supervisor supplier supply support
    surface surgery surprise surroundings survey survival suspicion sustainability sweet symbol
    symptom syntax system table tactic tail talk target task taste tax taxonomy teacher teaching
    team teamwork technique techniques technology telephone temperature template tenant tendency
    tension term terminology terms territory test testimony text thanks theory therapy thesis
    thing things thought thread threshold throat thumb thunder ticket time timeline timing tip
    tips title toe tongue tool toolbar tools tooth top topic touch tour town trace tracking
    trade tradition traffic train training transaction transfer transformation transition
    translation translator transmission transparency transport tray treatment tree trend trial
    trick tricks trip trouble troubleshooting trousers trust truth turn tutorial twist type
    umbrella uncertainties uncertainty understanding union unit upgrade upload usability usage
    user utility vacation validation value variable variance variation variety vegetable vehicle
    vendor venue verification version vessel victim victory view viewer viewpoint village
    violation violence visibility vision visitor visualization vocabulary voice volume volunteer
    vote vulnerability wage walk wall war warehouse warning warranty waste watcher water wave
    wax way weakness wealth weapon weather webpage website week weight welfare wheel whip
    whistle width wind window wine wing winner winter wire wisdom withdrawal witness woman wood
    wool word work worker workflow worksheet workshop world worm worry wound writer writing year
    yield zone
    """
_QUALITIES = """
    abandoned able above absent absolute abstract academic acceptable accessible accountable
    accurate acid actual adaptive additional adequate adjacent administrative adult advanced
    aesthetic affordable afraid aged aggressive agile alive alone alternative amateur amazing
    ambiguous ambitious ample analytical ancient angry annual anonymous anxious apparent
    applicable appropriate arbitrary artificial asynchronous attractive authentic automatic
    autonomous available average awake aware awful backward bad bare basic beautiful beneficial
    bent best better big binary biological bitter black blue boiling bold brand brave brief
    bright broad broken brown built busy calm capable careful careless casual cautious central
    certain cheap chemical chief chronic civil classic clean clear clever clinical close
    coherent cold collaborative collective comfortable comfy commercial common compact
    comparable compatible competent competitive complete complex complicated compound
    comprehensive concise concrete conditional confident confidential connected conscious
    consistent constant convenient conventional convincing cool correct creative critical cruel
    cultural curious current custom daily dangerous dark dead dear decent decisive dedicated
    deep default defensive deliberate delicate democratic dense dependent descriptive desired
    detailed determined developed different difficult digital diligent direct dirty disabled
    distinct distributed diverse domestic dominant dramatic dry dual durable dynamic eager early
    easy economic educational effective efficient elastic electric elegant elementary eligible
    emotional empirical empty enabled encrypted endless enormous entertaining enthusiastic
    entire environmental equal essential ethical ethnic eventual evident evil exact excellent
    exciting exclusive existing exotic expensive experienced experimental explicit external
    extra extreme fair faithful familiar famous fancy fascinating fast fat fault favorite
    favourable federal feeble female fertile few fierce final financial fine first fixed flat
    flexible foolish foreign former forthcoming fortunate forward fragile free frequent fresh
    friendly full functional fundamental funny further future general generic generous gentle
    genuine good gradual grand graphical grateful great green grey guaranteed guilty handy
    hanging happy hard harmful healthy heavy helpful hidden hierarchical high historical
    holistic hollow honest horizontal hostile huge human humble hungry hybrid ideal identical
    idiomatic ill illegal immediate immense imperative implicit important impossible impressive
    inaccurate inclusive incomplete incorrect incremental independent indirect inevitable
    inexpensive inferior informal inherent initial inner innocent innovative insecure instant
    intact integral intellectual intelligent intense intensive interactive interested
    interesting intermediate internal international intuitive invalid invisible irrelevant
    isolated joint junior keen key kind known large last late latest latter lazy least left
    legal lengthy less lightweight likely limited linear literal little living local logged
    logical lonely long loose loud lovely low loyal lucky mad main major male mandatory manual
    many marginal married massive material mature maximum meaningful mechanical medical mental
    mere military minimal minimum minor misleading missing mixed mobile moderate modern modest
    moral much multilingual multiple mutual naive narrow native natural necessary negative
    nervous nested neutral new next nice noble noisy normal notable novel objective obsolete
    obvious occasional official ok old ongoing open operational opposite optimal optional oral
    ordinary organic original other outdated outer outside outstanding overall pale parallel
    partial particular past peaceful peculiar perfect periodic permanent persistent personal
    physical plain pleasant polite political poor popular portable positive possible potential
    powerful practical precise predictable preferred pregnant premium present pretty previous
    primary prior private probable professional prominent proper protective proud psychological
    public pure qualified quarterly quick quiet radical random rapid rare rational raw readable
    ready real realistic rear reasonable recent recommended red regular related relative
    relevant reliable reluctant remaining remarkable remote repetitive required residual
    respective responsible reusable rich right rigid robust romantic rough round rural sacred
    sad safe same satisfied scalable scientific second secondary secure selective senior
    sensitive separate sequential serious several severe shallow sharp short shut sick
    significant silent silly similar simple sincere single skeptical skilled slow small smart
    smooth social soft sole solid sophisticated sorry spare spatial special specialized specific
    spiritual spontaneous stable static statistical steady steep sticky stiff straight strange
    strict strong structural stupid subsequent substantial subtle successful such sudden
    sufficient suitable supplementary suspicious sweet symbolic synchronous systematic tall
    tangible technical temporal temporary tender tense textual thick thin third thorough
    thoughtful tight timely tiny tired total tough traditional transparent tremendous tricky
    trusted typical ugly ultimate unable unauthenticated unavailable unclear uncomfortable
    uncommon underlying unexpected unfair unfortunate uniform unique universal unknown unlikely
    unlimited unnecessary unofficial unpleasant unsupported untranslated unusual upcoming
    updated upper urban urgent usable useful usual vague valid valuable variable various vast
    verbal verified versatile vertical vibrant violent virtual visible visual vital vivid
    voluntary vulnerable warm weak wealthy weekly weird welcome wet white whole wide widespread
    wild willing wise wonderful worldwide worth wrong yearly yellow young
    """
_ADVERBS = """
    across against ago ahead almost along already although always among another anyone anything
    anyway anywhere apart around away been began begun behind below beside besides beyond broken
    built came carefully children chosen commonly completely correctly currently despite did
    directly done down early easily effectively eight either else enough especially etc even
    eventually ever everyone everything everywhere exactly except far feet fell felt finally
    first five forever found four frequently fully gave generally given gone got grew hardly
    held here hers hid highly him himself however hundred i immediately indeed inside instead
    itself just kept knew known later least led left likely lost made mainly manually maybe me
    meant men met million mostly much my myself namely near nearly neither never nevertheless
    newly nine nobody none normally nothing now off often once one ones otherwise ours ourselves
    out overall own paid people per perhaps please plus possibly properly quickly quite ran
    rather really recently regarding regularly safely said saw seen sent seven shortly shown
    significantly simply since six slightly slowly sold somebody someone something sometimes
    somewhere soon spent spoke spoken still stood successfully taken taught teeth ten theirs
    themselves there therefore though thought thousand three throughout thus today together told
    tomorrow too took towards twice two typically underneath understood unless until up upon
    usually versus very via well went whatever whenever whereas whether women won written wrote
    yesterday yet yours yourself yourselves
    """
_FORMS = {word for row in (_VERBS, _NOUNS, _QUALITIES, _ADVERBS) for word in row.split()}
_VERB_FORMS = frozenset(_VERBS.split())
_QUALITY_FORMS = frozenset(_QUALITIES.split())
_NAMES = frozenset({"windows"})
"""What is a name more often than a form of an everyday word."""
_LEAST = 3
"""The least letters of what remains of a word without its ending."""


@lru_cache(maxsize=1 << 14)
def is_everyday(word: str) -> bool:
    """Whether `word`, in small letters, is an everyday word of English in any of its forms."""
    if word in _NAMES:
        return False
    if word in _FORMS or word in small_words("en"):
        return True
    return any(stem in _FORMS for stem in _stems(word)) or (
        # what does something (server, router) is a term, what is more of something is none
        any(stem in _QUALITY_FORMS for stem in _compared(word))
    )


@lru_cache(maxsize=1 << 12)
def is_verb(word: str) -> bool:
    """Whether `word`, in small letters, is an everyday verb as orders have it: "add", "write"."""
    return word in _VERB_FORMS


def _compared(word: str) -> list[str]:
    """What may stand before the ending of a comparison: "larger", "latest"."""
    found = []
    for ending in ("er", "est"):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            stem = word[: -len(ending)]
            found += [stem, stem + "e", stem[:-1] + "y" if stem[-1] == "i" else stem]
            if stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return found


def _stems(word: str) -> list[str]:
    """What may stand before the ending of `word`: "using" gives "us" and "use"."""
    found = []
    for ending, instead in (
        ("'s", ""), ("’s", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"),
        ("ied", "y"), ("ing", ""), ("ing", "e"), ("ly", ""), ("ily", "y"), ("ness", ""),
        ("able", ""),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            stem = word[: -len(ending)]
            found.append(stem + instead)
            if ending in {"ed", "ing"} and not instead and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return found
