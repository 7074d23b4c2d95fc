"""The contrasts of English (see `contrasts`), and the words by which it may render a denial."""

from __future__ import annotations

from diptych.language.weight.contrasts import Lexicon, pole

_DENIED = """
    not, no, non*, never, neither, none, nothing, nobody, nowhere, without, cannot, un*, invalid*,
    incorrect*, incomplete*, insufficien*, inappropriat*, inaccura*, invisib*, infinit*,
    independen*, indefinit*, indifferen*, incapab*, inconsisten*, ineffect*, inefficien*,
    inflexib*, informal*, indirect*, inabilit*, inactiv*, inadequa*, incompatib*, inconvenien*,
    insecur*, insensitiv*, instab*, intact, infrequen*, inexperienc*, innocen*, insignifican*,
    inevitab*, inherent*, inaccessib*, indispensab*, indistinguish*, ineligib*, inexact*,
    inexpensiv*, infeasib*, inseparab*, intangib*, intractab*, irreplaceab*,
    impossib*, improper*, imperfect*, immutab*, impractical*, immatur*,
    imbalanc*, impatien*, implicit*, immediate*, illegal*, illogical*, irrelevan*, irregular*,
    irrespectiv*, irresponsib*, irreversib*, dis*, mis*, fail*, lack*, avoid*, prevent*, refus*,
    absen*, empty, otherwise, else, instead, except*, unless, until, before, yet, rather, only,
    hardly, barely, rarely, seldom, few, fewer, little, less, too, free*, stop*, skip*, ignor*,
    exclud*, forbid*, prohibit*, ban, bans, banned, different*, differ*, beyond, away, remov*,
    omit*, drop*, lose*, lost, loss*, zero, null, anymore, any, anything, anyone, still, far,
    hard, difficult*, wrong*, bad*, neglect*, leave*, constant*, always, continu*, continual*,
    essential, optional*, anonymous*, async*, wireless, stateless, serverless, seamless*, useless,
    regardless, endless, countless, harmless, homeless, needless, worthless, careless, limitless,
    painless, effortless*, remain*, problem*, reject*, deny, denies, denied, denying, limit*,
    idle, arbitrar*, opposed, whatever, despite, passiv*, confus*, silent*, static, broken,
    break*, worr*, beware, contrary, deprecat*, raw, blank, vacant, spare*, rid, abandon*, ceas*,
    exhaust*, pending, fixed, trivial*, bare, plain, worse, poor*, weak*, against, outside, dead,
    agnostic, suboptimal, divergent, divers*, premature*, hearing, behind, short, restrict*, quit*,
    drain*, suspend*, halt*, cancel*, withhold*, withdraw*, reluctan*, doubt*, vary, varies,
    varying, versus, vs, alone, mere*, just, simply, opposite, futil*, heterogen*, decoupl*,
    option*, outstanding, case-insensitive, no-*, as many, as much, oppos*, block*, protect*,
    escape*, guard*, resist*, shut*, close*, minus, sparse, scarc*, void, novice*, beginner*,
    permanent*,
    forever, eliminat*, delet*, erase*, strip*, other than, out of, opt out, left out, runs out,
    ran out, short of, kept from, keep from, suboptimal, shortage*, !under, !underst*, !underg*,
    !underl*, !underp*, !undert*, !underw*, inelastic*, !unit*,
    !unif*, !univ*, !uniq*, !unic*,
    !unis*, !unio*, !unanim*, !district*, !discuss*, !display*, !distribut*, !discover*,
    !dissemin*, !distan*, !distinct*, !disk*, !disput*, !mission*, !freedom, !disaster*,
    !discipl*"""

CONTRASTS = {
    "obligation": (
        pole(
            "must, shall, have to, has to, is required to, are required to, is obliged to, "
            "are obliged to",
            """
            should, ought, had to, having to, need*, require*, necessar*, only, essential,
            mandatory, obligat*, must-*, not, no, never, unless, until, supposed, sure, expect*,
            will, forc*, responsib*, got to, do, let, suffer*, encounter*, fac*, face*, compelled,
            always, critical, crucial, vital, important, meet, met, hit""",
        ),
        pole(
            "may, might, can, could, is allowed to, are allowed to, is permitted to, "
            "are permitted to",
            """
            able, possib*, allow*, permit*, option*, free, not, no, never, only, let, lets, enable*,
            will, would, capable, potential*, should, if, whatever, whether, perhaps, likely,
            entitled, right to, rights, suggest*, recommend*""",
        ),
    ),
    "prohibition": (
        pole(
            "must not, may not, shall not, can not, is not allowed to, are not allowed to, "
            "is not permitted to, are not permitted to, is prohibited, are prohibited",
            _DENIED,
        ),
        pole(
            "may, can, is allowed to, are allowed to, is permitted to, are permitted to, "
            "!may not, !can not, !may only, !can only",
            "might, could, should, will, would, allow*, permit*, able, possib*, if, must, to, let*",
        ),
    ),
    "bound": (
        pole(
            "at least, no less than, not less than, no fewer than, a minimum of, or more",
            "over #, more, minimum, from, exceed*, above, minim*, greater",
        ),
        pole(
            "at most, no more than, not more than, a maximum of, not exceed, not exceeding, "
            "up to #, or less, or fewer",
            "maxim*, within, exceed*, most, up to, less, until, limit*, upper, below, under",
        ),
    ),
    "comparison": (
        pole(
            "more than #, over #, above #, greater than #, higher than #, exceeding #",
            """
            more, over, above, greater, higher, exceed*, larger, better, beyond, not, no,
            at least""",
        ),
        pole(
            "less than #, fewer than #, under #, below #, lower than #",
            "less, fewer, under, below, lower, smaller, not, no, within, at most, before, until",
        ),
        pole(
            "nearly #, almost #, approximately #, about #, around #, roughly #",
            "near*, almost, approximate*, about, around, roughly, close, some, or so",
        ),
    ),
    "order": (
        pole(
            "before, prior to, earlier than",
            """
            prior, previous*, earlier, ahead, advance, front, pre*, first, already, until, last,
            past, former*, ago, yet, by, facing, begin*, beforehand, not, in the face of, up to,
            only after, only once""",
        ),
        pole(
            "after, afterwards, subsequent to, later than",
            """
            after*, following, follow*, later, subsequent*, then, next, post*, once, behind,
            below, since, when, back, last, finally, as, until, not, upon, on""",
        ),
    ),
    "deadline": (
        pole("until #, by #, up to #, to #, till #", "until, by, through, till, before #, within"),
        pole("after #, from #, since #", "after, from, since, onwards, starting"),
    ),
    "share": (
        pole(
            "all, every, the entire, the whole",
            """
            everything, everyone, everybody, each, whole, entire*, any*, full*, total*, always,
            complete*, both, throughout, across, overall, many, these, those, the""",
        ),
        pole(
            "some, several, a few, a number of",
            """
            certain, part*, many, multiple, various, couple, at all, after all, overall, most,
            not, first of all, above all, handful, once, few, somewhat, number, these, any*, all
            about, all the, all of, all you, all that, all right, all set""",
        ),
    ),
    "choice": (
        pole("or", "either, whether, nor, alternatively, otherwise, any, vs, versus, if, instead"),
        pole(
            "and",
            "as well, both, along, with, plus, nor, not, also, while, whether, any, no, without, "
            "never, but, either, then, &",
        ),
    ),
    "reason": (
        pole(
            "because, due to, owing to, thanks to, as a result of, because of",
            "since, as, result*, cause*, reason*, therefore, so, for, hence, thus, by, from, under",
        ),
        pole(
            "despite, although, in spite of, notwithstanding, regardless of",
            "though, even, regardless, while, but, however, yet, still, unless, except, whatever",
        ),
        pole("unless", "except*, if, not, no, without, otherwise, until"),
    ),
    "growth": (
        pole(
            """
            increase, increases, increased, increasing, raise, raises, raised, raising, grow,
            grows, growing, strengthen, strengthens, strengthened, strengthening, enhance,
            enhances, enhanced, enhancing, increasingly, boost, boosts, boosted, expand, expands,
            expanded, expanding""",
            """
            increas*, rais*, grow*, strength*, enhanc*, improv*, boost*, expan*, higher, greater,
            more, up, rise, rises, rising, rose, better, promot*, develop*, accelerat*,
            intensif*, speed*, larger, high, step*, further, add*, extend*, gain*, scal*,
            upgrad*, foster*, deepen*, widen*, elevat*, reinforc*, consolidat*, consistent*,
            tight*""",
        ),
        pole(
            """
            decrease, decreases, decreased, decreasing, reduce, reduces, reduced, reducing, lower,
            lowers, lowered, lowering, weaken, weakens, weakened, weakening, narrow, narrows,
            narrowed, shrink, diminish, diminishes, restrict, restricts, decreasingly""",
            """
            decreas*, reduc*, lower*, declin*, weak*, diminish*, shrink*, limit*, less*, fewer,
            cut*, drop*, restrict*, down*, small*, low, minimi*, mitigat*, alleviat*, sav*,
            fall*, fell, slow*, shorten*, curb*, narrow*, eas*, remov*, loss*, lose*, worse*,
            degrad*, discount*, off, free, avoid*, drain*, compress*, prun*""",
        ),
    ),
    "home": (
        pole("domestic, domestically, at home, in the country", """
            domestic*, home*, national*, local*, country, countries, internal*, inland, inside,
            within, nationwide"""),
        pole("foreign, overseas, abroad", """
            foreign*, international*, external*, expatriate*, other countries, another country,
            outside, world*, global*"""),
    ),
    "trade": (
        pole("export, exports, exporting, exported, exporter, exporters", "export*"),
        pole("import, imports, importing, importer, importers", "import*"),
    ),
}  # fmt: skip

DENIALS = Lexicon(
    """
    not, never, cannot, without, no longer, neither, fails to, failed to, fail to, unable to"""
)
"""Words that deny, beyond doubt."""
DENIED = Lexicon(_DENIED)
"""All by which a denial of another language may be rendered, beginnings included."""
ASKS = Lexicon("whether, if")
"""Words after which a denial only asks."""
PERMITS = Lexicon(
    "may, might, can, could, should, !could have, !should be noted, !as can, !can be seen"
)
"""Words that leave something open, beyond doubt."""
ORDERS = Lexicon("shall")
"""Words that order."""
PERMITTED = Lexicon(
    """
    may, might, can, could, able, possib*, potential*, allow*, permit*, perhaps"""
)
"""All by which another language's permission may be rendered."""
