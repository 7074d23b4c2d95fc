"""More contrasts of English (see `contrasts`): opposites in what a clause is about."""

from __future__ import annotations

from diptych.language.weight.contrasts import pole

OPPOSITES = {
    "crowd": (
        pole("dozens of, tens of, !tens of thousands, !tens of millions", "ten*, dozen*"),
        pole("hundreds of, !hundreds of thousands, !hundreds of millions", "hundred*"),
        pole(
            "thousands of, !tens of thousands, !hundreds of thousands",
            "thousand*, hundreds of",
        ),
        pole("tens of thousands", "ten thousand*"),
        pole("hundreds of thousands", "hundred thousand*"),
        pole("millions of, !tens of millions, !hundreds of millions", "million*"),
    ),
    "standing": (
        pole(
            "urban, urban area*, city, cities",
            "urban*, town*, metropol*, city, cities",
        ),
        pole(
            "rural, countryside",
            "rural*, country*, village*",
        ),
    ),
    "owner": (
        pole(
            "state-owned, public, publicly",
            "public*, state*, government*, national",
        ),
        pole(
            "private, privately",
            "privat*, individual*, personal*",
        ),
    ),
    "inside": (
        pole(
            "internal, internally, inward",
            "intern*, inside, inner, inward*, within, in, domestic*, home",
        ),
        pole(
            "external, externally, outward",
            "extern*, outside, outer, outward*, out, foreign*, diplomac*",
        ),
    ),
    "sign": (
        pole(
            "positive, positively",
            "positiv*, activ*, good, well, best, enthusias*, vigorous*, proactiv*, constructiv*",
        ),
        pole(
            "negative, negatively, passive, passively",
            "negativ*, passiv*, bad*, advers*, corrupt*, harm*",
        ),
    ),
    "success": (
        pole(
            "successful, successfully, succeeded, success",
            "success*, succeed*, well, win*, won, manage*, achiev*",
        ),
        pole(
            "unsuccessful, unsuccessfully, failed, failure",
            "unsuccess*, fail*, defeat*, lose, lost, not, far from, less, error*, un*, wrong",
        ),
    ),
    "favour": (
        pole(
            "favourable, favorable, favourably, favorably, conducive",
            "favo*, convenien*, conduciv*, advantag*, good, easy, easi*, smooth*, benefi*",
        ),
        pole(
            "unfavourable, unfavorable, adverse",
            "unfavo*, advers*, disadvantag*, difficult*, hard, obstacle*, not, far from, less, un*",
        ),
    ),
    "feasible": (
        pole(
            "feasible, viable, practicable",
            "feasib*, viab*, practic*, workab*, possib*",
        ),
        pole(
            "infeasible, unfeasible, impracticable, impossible",
            "infeasib*, unfeasib*, imp*, not, far from, less, un*",
        ),
    ),
    "lasting": (
        pole(
            "sustainable, sustainably, sustainability",
            "sustain*, durab*, lasting, stead*",
        ),
        pole(
            "unsustainable, unsustainably",
            "unsustain*, not, far from, less, un*",
        ),
    ),
    "stable": (
        pole(
            "stable, stably, stability, steady, steadily",
            "stab*, stead*, constant*, settled, settle, secur*, permanent*",
        ),
        pole(
            "unstable, volatile, instability, volatility",
            "unstab*, volatil*, instab*, fluctuat*, chang*, turbul*, not, far from, less, un*",
        ),
    ),
    "enough": (
        pole(
            "sufficient, sufficiently, adequate, adequately, complete, full, enough",
            "suffic*, enough, adequa*, complet*, full*, entire*, comprehens*, whole",
        ),
        pole(
            "insufficient, insufficiently, inadequate, inadequately, incomplete",
            """
                insuffic*, inadequa*, incomplet*, lack*, short*, not, far from, less, miss*,
                without,
                partial*, yet, no, un*, limited, few""",
        ),
    ),
    "effect": (
        pole(
            "effective, effectively, efficient, efficiently",
            "effect*, effici*, successful*, productiv*",
        ),
        pole(
            "ineffective, ineffectively, inefficient, inefficiently",
            "ineff*, futil*, useless*, not, far from, less, poor*, un*",
        ),
    ),
    "lawful": (
        pole(
            "lawful, lawfully, legal, legally, valid, legitimate, legitimately",
            "lawful*, legal*, valid*, legitim*",
        ),
        pole(
            "unlawful, unlawfully, illegal, illegally, invalid",
            "unlawful*, illegal*, invalid*, illegit*, not, far from, less, un*, fraud*",
        ),
    ),
    "peace": (
        pole(
            "peace, peaceful, peacefully",
            "peac*",
        ),
        pole(
            "war, wars, conflict, conflicts, hostile",
            "war, wars, conflict*, hostil*, violen*, fight*",
        ),
    ),
    "friendly": (
        pole(
            "friendship, friendly",
            "friend*",
        ),
        pole(
            "hostile, hostility, enmity, unfriendly",
            "hostil*, enem*, unfriend*, confront*, un*, not, far from, less",
        ),
    ),
    "keeping": (
        pole(
            """
                protect, protects, protected, protecting, preserve, preserving, conserve,
                maintain, maintaining, safeguard, safeguarding""",
            """
                protect*, preserv*, conserv*, maintain*, safeguard*, defen*, keep*, sustain*,
                secur*, uphold*, guard*""",
        ),
        pole(
            """
                abandon, abandons, abandoned, abandoning, destroy, destroys, destroyed,
                destroying, demolish, demolishing""",
            "abandon*, destroy*, destruct*, demolish*, neglect*, break*, sabotag*",
        ),
    ),
    "drawing": (
        pole(
            "attract, attracts, attracted, attracting",
            "attract*, draw*, lur*, appeal*",
        ),
        pole(
            "deter, deters, deterred, deterring, repel, repels, repelled, repelling",
            "deter, deters, deterr*, repel*, discourag*, driv*",
        ),
    ),
    "urging": (
        pole(
            "encourage, encourages, encouraged, encouraging, motivate, motivates, motivated",
            "encourag*, motivat*, urg*, foster*, incentiv*, recommend*, mobili*, promot*",
        ),
        pole(
            "discourage, discourages, discouraged, discouraging, deter, deters, deterring",
            "discourag*, deter*, hinder*, not, far from, less, prevent*, un*",
        ),
    ),
    "help": (
        pole(
            "support, supports, supported, supporting, assist, assists, assisting",
            "support*, assist*, help*, back*, aid*",
        ),
        pole(
            """
                oppose, opposes, opposed, opposing, obstruct, obstructs, obstructing, hinder,
                hinders, hindering""",
            "oppos*, obstruct*, hinder*, hamper*, against, resist*",
        ),
    ),
    "assent": (
        pole(
            """
                accept, accepts, accepted, accepting, approve, approves, approved, approving,
                agree, agrees, agreed""",
            "accept*, approv*, agree*, consent*, adopt*, pass*, allow*",
        ),
        pole(
            """
                reject, rejects, rejected, rejecting, refuse, refuses, refused, disapprove,
                deny, denies, denied""",
            "reject*, refus*, den*, disap*, disagr*, declin*, not, far from, less, un*",
        ),
    ),
    "leave": (
        pole(
            """
                allow, allows, allowed, allowing, permit, permits, permitted, permitting,
                authorise, authorises, authorize""",
            "allow*, permit*, authori*, let, lets, enabl*, may, can, able, entitl*",
        ),
        pole(
            """
                prohibit, prohibits, prohibited, prohibiting, forbid, forbids, forbidden, ban,
                bans, banned""",
            """
                prohibit*, forbid*, ban, bans, banned, banning, disallow*, not, no, never,
                block*, prevent*, without, un*""",
        ),
    ),
    "going": (
        pole(
            "continue, continues, continued, continuing",
            "continu*, further, keep*, still, go on, next, remain*, more, carry on",
        ),
        pole(
            """
                stop, stops, stopped, stopping, cease, ceases, ceased, discontinue,
                discontinues, halt""",
            "stop*, ceas*, discontinu*, halt*, end*, terminat*, quit*, no longer",
        ),
    ),
    "newness": (
        pole(
            """
                new, newer, modern, modernity, modernise, modernize, !new york, !new zealand,
                !new delhi, !new orleans, !new england, !new year""",
            "new*, modern*, renew*, innovat*, recent*, latest, fresh*, re*",
        ),
        pole(
            """
                old, older, outdated, obsolete, traditional, tradition, !years old, !year old,
                !months old, !how old, !as old""",
            "old*, outdat*, obsolet*, tradition*, former*, previous*, legacy, ancient*",
        ),
    ),
    "width": (
        pole(
            "expand, expands, expanded, expanding, widen, widens, broaden, broadens",
            """
                expan*, widen*, broad*, extend*, extens*, grow*, enlarg*, increas*, scal*,
                spread*, wide*, larg*, develop*""",
        ),
        pole(
            """
                narrow, narrows, narrowed, narrowing, restrict, restricts, restricted,
                restricting, limit, limits, limiting, shrink, reduce, reduces, reducing""",
            "narrow*, restrict*, limit*, shrink*, shrunk, reduc*, contract*, confin*",
        ),
    ),
    "esteem": (
        pole(
            """
                uphold, upholds, raise, raises, raised, raising, enhance, enhancing, strengthen,
                strengthening, strengthened, elevate, elevating, heighten""",
            """
                uphold*, rais*, enhanc*, strength*, elevat*, heighten*, improv*, promot*,
                increas*, boost*, reinforc*, consolidat*, stress*, emphas*, step*, intensif*,
                bring*, better, high*, greater, more, upgrad*, further, rise*, foster*, deepen*""",
        ),
        pole(
            """
                reduce, reduces, reduced, reducing, lower, lowers, lowered, lowering, weaken,
                weakens, weakened, weakening, limit, limits, limiting, diminish, diminishes,
                diminishing, restrict, restricts, restricting, undermine, undermining,
                downgrade, downgrading""",
            """
                reduc*, lower*, weak*, limit*, diminish*, restrict*, undermin*, downgrad*,
                decreas*, less*""",
        ),
    ),
    "degree": (
        pole(
            "high, higher, highest, highly, high-quality, high-tech",
            "high*, rais*, elevat*, tall*, great*, expensive, senior, upper, top, advanc*, best",
        ),
        pole(
            "low, lower, lowest",
            "low*, reduc*, cheap*, poor*, less, small*, down, minor, bottom",
        ),
    ),
    "term": (
        pole(
            "long-term",
            "long*, durab*, permanent*",
        ),
        pole(
            "short-term",
            "short*, brief*, temporar*",
        ),
    ),
    "stay": (
        pole(
            "permanent, permanently",
            "permanent*, perpetual*, forever, standing, long*",
        ),
        pole(
            "temporary, temporarily, provisional, provisionally",
            "temporar*, provisional*, interim, transient, short*",
        ),
    ),
    "route": (
        pole(
            "direct, directly",
            "direct*, straight, in person, live",
        ),
        pole(
            "indirect, indirectly",
            "indirect*",
        ),
    ),
    "free will": (
        pole(
            "mandatory, compulsory, obligatory",
            "mandator*, compulsor*, obligat*, requir*, must, forc*, need*",
        ),
        pole(
            "optional, optionally, voluntary, voluntarily",
            "option*, volunt*, not, far from, less, un*, non*",
        ),
    ),
    "parties": (
        pole(
            "bilateral, bilaterally",
            "bilateral*",
        ),
        pole(
            "multilateral, multilaterally, multilateralise, multilateralize",
            "multilateral*",
        ),
    ),
    "tier": (
        pole(
            "central",
            "central*, national*, cent*",
        ),
        pole(
            "local, locally, local authorities, localities",
            "local*, provinc*, district*, commun*, municipal*",
        ),
    ),
    "variety": (
        pole(
            "diversify, diversifies, diversifying, diverse, diversification, diversity",
            "divers*, variet*, various",
        ),
        pole(
            "concentrate, concentrates, concentrating, uniform, uniformly",
            "concentrat*, uniform*, focus*, centrali*",
        ),
    ),
    "north": (
        pole(
            "north, northern",
            "north*",
        ),
        pole(
            "south, southern",
            "south*",
        ),
    ),
    "east": (
        pole(
            "east, eastern",
            "east*",
        ),
        pole(
            "west, western",
            "west*",
        ),
    ),
    "deal": (
        pole(
            "buy, buys, buying, bought, purchase, purchases, purchased",
            "buy*, bought, purchas*, acquir*, procur*, shop*",
        ),
        pole(
            "sell, sells, selling, sold",
            "sell*, sold, sale*, retail*, vend*",
        ),
    ),
    "edge": (
        pole(
            "advantage, advantages, strength, strengths",
            "advantag*, strength*, strong*, benefit*, edge, good*, pros",
        ),
        pole(
            "disadvantage, disadvantages, weakness, weaknesses",
            "disadvantag*, weak*, drawback*, shortcoming*, limit*, downside*, cons, difficult*",
        ),
    ),
    "likeness": (
        pole(
            "same, similar, similarly, similarity, similarities, identical",
            """
                same, similar*, identical*, like*, common*, alike, match*, equal*, analog*,
                resembl*, as""",
        ),
        pole(
            "different, differently, difference, differences",
            "differ*, unlike, distinct*, vary, varies, var*, other*, dissimilar*, unique",
        ),
    ),
    "tense": (
        pole(
            "in the past, past #, last #, the past",
            """
                past, last, previous*, recent*, preceding, ago, earlier, prior, former*, latest,
                lately, newly, nowadays""",
        ),
        pole(
            "in the next, next #, coming #, the coming, the future",
            """
                next, coming, upcom*, following, future, subsequent*, forthcoming, later, soon,
                ahead""",
        ),
    ),
    "often": (
        pole(
            "regularly, frequently, constantly, always, often, regular",
            """
                regular*, frequent*, constant*, always, often, usual*, general*, normal*,
                typical*, mostly, routin*, continu*,
                period*, common*, steady, steadily, ongoing, persistent*""",
        ),
        pole(
            "occasionally, sometimes, rarely, seldom, occasional, rare, irregularly",
            """
                occasion*, sometim*, rare*, seldom, sporad*, intermit*, ad hoc, from time to
                time, infrequent*, irregular*, not, far from, less, un*""",
        ),
    ),
    "promptness": (
        pole(
            "periodically, periodic, regularly, at regular intervals",
            """
                period*, regular*, interval*, every, each, annual*, month*, week*, daily,
                recurring, schedul*, cycl*""",
        ),
        pole(
            "immediately, at once, instantly",
            "immediat*, at once, instant*, right away, promptly, just, right",
        ),
    ),
    "cycle": (
        pole(
            "annual, annually, yearly, every year, each year",
            "annu*, year*, per year, a year",
        ),
        pole(
            "quarterly, every quarter, each quarter",
            "quarter*",
        ),
        pole(
            "monthly, every month, each month",
            "month*",
        ),
        pole(
            "weekly, every week, each week",
            "week*",
        ),
        pole(
            "daily, every day, each day",
            "day*, dail*, everyday",
        ),
    ),
    "share": (
        pole(
            "all, every, the entire, the whole",
            """
                everything, everyone, everybody, each, whole, entire*, any*, total*, always,
                both, throughout, across, overall, many, these, those, all, every, various""",
        ),
        pole(
            "most of the, almost all, nearly all, the majority of, a majority of, most, !the most",
            "most*, major*, almost, nearly, many, main*, bulk, general*, large*, much",
        ),
        pole(
            "some, several, a few, a number of, certain, !some time, !certain that",
            """
                some*, several, few*, number, certain, many, multiple, various, couple, at all,
                after all, most*, not, first of all, above all, once, these, any*, all about,
                all of, all you, all that, all right, all set, different, part of, partly,
                partial*, parts of""",
        ),
    ),
    "amount": (
        pole(
            "many, numerous, a lot of, a large number of, !how many, !as many, !so many",
            """
                many, numerous, lot*, large*, much, multi*, various, several, number, all,
                plenty, great*, wide*, more, most, dozens, hundreds, thousands, different,
                divers*, high*, heav*, a wide, often, rich*, big, lengthy, long""",
        ),
        pole(
            "some, a few, !some time, !a few more, !some of, !some more",
            """
                some*, several, few*, number, certain, many, multiple, various, couple, at all,
                after all, most*, not, first of all, above all, once, these, any*, all about,
                all of, all you, all that, all right, all set, different""",
        ),
    ),
    "plenty": (
        pole(
            "many, numerous, a lot of, a large number of, !how many, !as many",
            """
                many, numerous, lot*, large*, much, multi*, various, several, number, all,
                plenty, great*, wide*, more, most, dozens, hundreds, thousands, different,
                divers*, high*, heav*, a wide, often, rich*, big, lengthy, long""",
        ),
        pole(
            """
                few, !a few, !the few, !first few, !last few, !past few, !next few, !every few,
                !these few, !few more""",
            """
                few, fewer, little, less, rare*, hardly, scarce*, limited, small*, not, no, un*,
                some""",
        ),
    ),
    "extent": (
        pole(
            "only, solely, exclusively",
            "only, sole*, exclusiv*, just, mere*, simply, alone, single, nothing, one",
        ),
        pole(
            "mainly, mostly, chiefly, largely, primarily, predominantly",
            """
                main*, most*, chief*, large*, primar*, predominant*, principal*, major*, key,
                essential*, general*, basic*""",
        ),
        pole(
            "partly, partially, in part, to some extent, somewhat",
            "some*, to some, extent, slight*, rather, a bit, less, part, parts, partly, partial*",
        ),
    ),
    "whole": (
        pole(
            "completely, entirely, wholly, fully, totally",
            """
                complet*, entire*, whol*, full*, total*, absolut*, all, perfect*, quite, purely,
                thorough*, very""",
        ),
        pole(
            "partly, partially, in part, to some extent, somewhat",
            "some*, to some, extent, slight*, rather, a bit, less, part, parts, partly, partial*",
        ),
    ),
    "body": (
        pole(
            "the entire, the whole, whole, entire",
            """
                entire*, whole*, all, full*, across, throughout, total*, every*, complete*,
                both, even, through*""",
        ),
        pole(
            "a part of, part of, a portion of",
            "part*, portion*, half*, piece*, segment*, section*, some*",
        ),
    ),
    "rank": (
        pole(
            "one of",
            "one, among, of the, some, part, member",
        ),
        pole(
            "the only, the sole",
            "only, sole*, unique*, single",
        ),
    ),
    "condition": (
        pole(
            "if, in case, provided that",
            "if, in case, provid*, when*, where, should, whether",
        ),
        pole(
            "unless, except if",
            "unless, except*, not, no, without, otherwise, un*",
        ),
    ),
    "besides": (
        pole(
            "as well as, along with, together with",
            "as well, and, along, together, with, plus, both",
        ),
        pole(
            "instead of, rather than, in place of",
            "instead, rather, in place, not, without, replac*, over",
        ),
    ),
    "need": (
        pole(
            "must, need to, needs to, necessary, required",
            """
                must, shall, should, ought, need*, necess*, require*, essential, have to, has
                to, having to, important, crucial, vital, want*""",
        ),
        pole(
            "may, optional, optionally, is possible to",
            "may, might, can, could, option*, possib*, if, not, no, able, allow*, permit*, free",
        ),
    ),
}
"""By name, the poles of each contrast, in the same order in every language."""
