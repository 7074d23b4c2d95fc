"""The English words of weight: phrases are parted by commas, words of a set by blanks."""

from __future__ import annotations

from diptych.language.weight.kinds import NOT, Weight
from diptych.language.weight.table import table

WORDS = table(
    senses={
        Weight.NEGATION: {
            NOT: """
                not, no, never, without, cannot, nor, neither, none, nothing, nobody, nowhere, no
                one, no longer, no more, unable, fail, fails, failed, failing, failure, lack,
                lacks, lacked, lacking, hardly, scarcely, in no way, by no means, avoid, avoids,
                avoided, avoiding, refuse, refuses, refused, prohibit, prohibits, prohibited,
                prohibiting, forbid, forbids, forbidden, ban, bans, banned, prevent, prevents,
                prevented, preventing""",
        },
        Weight.OBLIGATION: {
            "must": """
                must, shall, have to, has to, had to, having to, is to, are to, was to, were to,
                need to, needs to, needed to, is required to, are required to, be required to, is
                obliged to, are obliged to, is obligated to, it is necessary to, has the duty to,
                have the duty to, is responsible for, are responsible for, mandatory, compulsory,
                obligatory, necessary, required""",
            "should": """
                should, ought to, is recommended to, are recommended to, recommended, is advised
                to, are advised to, had better""",
            "may": """
                may, can, might, could, is allowed to, are allowed to, be allowed to, is
                permitted to, are permitted to, be permitted to, is able to, are able to, be able
                to, is entitled to, are entitled to, has the right to, have the right to,
                optional, optionally, possibly, perhaps, maybe""",
        },
        Weight.QUANTITY: {
            "all": """
                all, every, each, entire, whole, any, everyone, everybody, everything, always,
                completely, entirely, in full, the full, total, wholly, fully""",
            "some": """
                some, a number of, several, a few, certain, somewhat, partly, partially, in part,
                to some extent, a part of""",
            "many": """
                many, numerous, a lot of, lots of, a large number of, much, a great deal of, a
                great many""",
            "most": """
                most, almost all, nearly all, the majority of, a majority of, the bulk of,
                mainly, mostly, chiefly, largely, primarily""",
            "few": """few, little, rarely, seldom, a minority of""",
            "half": """half, a half of, one half""",
            "one": """one of, single, sole""",
            "only": """only, solely, exclusively, merely, just, alone, nothing but, no one but""",
            "at least": """
                at least, no less than, not less than, no fewer than, not fewer than, at a
                minimum, a minimum of, minimum, or more, not below, not under""",
            "at most": """
                at most, no more than, not more than, at a maximum, a maximum of, maximum, not
                exceeding, not exceed, or less, or fewer, not above, not over, no greater than,
                not greater than""",
            "more": """
                more, greater, higher, larger, exceed, exceeds, exceeding, exceeded, more than""",
            "less": """less, fewer, lower, smaller, less than, fewer than, worse""",
            "equal": """equal, exactly, precisely""",
            "about": """approximately, roughly, nearly, almost, close to""",
        },
        Weight.TIME: {
            "before": """
                before, prior to, ahead of, earlier than, previously, in advance of, in advance,
                preceding""",
            "after": """
                after, following the, subsequent to, later than, afterwards, subsequently, upon
                completion of""",
            "until": """until, till, up until""",
            "during": """during, throughout, in the course of""",
            "once": """immediately, at once, without delay, forthwith, promptly""",
            "daily": """daily, each day, every day""",
            "weekly": """weekly, each week, every week""",
            "monthly": """monthly, each month, every month""",
            "quarterly": """quarterly, each quarter, every quarter""",
            "yearly": """yearly, annual, annually, each year, every year""",
            "regularly": """regularly, on a regular basis, periodically, at regular intervals""",
            "sometimes": """sometimes, occasionally, from time to time, ad hoc, irregularly""",
        },
        Weight.CONNECTIVE: {
            "and": """and, as well as, along with, together with, in addition to, plus""",
            "or": """or, and/or, either""",
            "despite": """
                despite, although, though, even though, in spite of, notwithstanding, regardless
                of, irrespective of""",
            "because": """
                because, because of, due to, owing to, as a result of, thanks to, on account of""",
            "unless": """
                unless, except, except for, excluding, other than, apart from, save for, with the
                exception of""",
            "if": """
                if, provided that, in case, in the event that, on condition that, subject to""",
            "instead": """instead of, rather than, in place of""",
        },
    },
    weightless="""
        not only, not just, no matter, make the most of, making the most of, made the most of,
        makes the most of, political will, good will, bring into full play, most favoured nation,
        at all levels, above all, first of all, all the same, more or less, in full swing, the
        above, the following, mentioned above, no doubt, no problem, carried over, take over, all
        over, over time, above mentioned""",
    opposites=(
        (
            """
            increase, raise, enhance, strengthen, expand, promote, boost, accelerate, intensify,
            improve, grow, widen, elevate, upgrade, deepen, foster, rise, stimulate, reinforce,
            speed, extend, gain, uphold, step""",
            """
            decrease, lower, reduce, weaken, narrow, restrict, limit, hinder, cut, shrink, slow,
            delay, downgrade, decline, worsen, undermine, diminish, lessen, curb, fall, drop,
            obstruct, impede, shorten, lose""",
        ),
        ("domestic, home", "foreign, overseas, abroad"),
        ("export", "import"),
        ("national", "international, foreign"),
        ("national, domestic", "international"),
        ("local, provincial", "central"),
        ("regional", "global"),
        ("internal, inward, inside", "external, outward, outside"),
        ("public, state", "private"),
        ("urban, city", "rural, countryside"),
        ("positive", "negative"),
        ("succeed, success, successful, successfully", "fail, failure"),
        ("advantage, strength, opportunity", "disadvantage, weakness, threat, limitation"),
        ("accept, approve, grant, agree", "reject, refuse, deny, disapprove"),
        ("allow, permit, authorise, enable", "prohibit, forbid, ban, prevent, disallow, disable"),
        ("encourage, motivate", "discourage, deter"),
        ("include, contain", "exclude, omit"),
        ("support, assist, favour, back", "oppose, resist, hinder"),
        ("open", "close, closed, shut"),
        (
            """start, begin, commence, continue, open, launch""",
            """stop, end, cease, halt, terminate, finish""",
        ),
        (
            """create, build, establish, set, construct""",
            """destroy, demolish, abolish, dissolve, dismantle""",
        ),
        (
            """protect, preserve, conserve, maintain, keep""",
            """harm, damage, abandon, destroy, exploit, remove""",
        ),
        ("mandatory, compulsory, obligatory", "optional, voluntary"),
        ("permanent", "temporary, provisional"),
        ("direct, directly", "indirect, indirectly"),
        ("long, long-term", "short, short-term"),
        ("large, big, great", "small, little, minor"),
        ("high, highest, higher", "low, lowest, lower"),
        ("rich, wealthy", "poor"),
        ("strong", "weak"),
        ("fast, rapid, rapidly, quick, quickly", "slow, slowly, gradual, gradually"),
        ("new, modern, modernity", "old, traditional, tradition, outdated"),
        ("early, earlier", "late, later"),
        ("first", "last, final"),
        ("upper, top", "bottom"),
        ("multilateral", "bilateral, unilateral"),
        ("formal, official", "informal, unofficial"),
        ("majority", "minority"),
        ("maximum, maximise", "minimum, minimise"),
        ("same, similar, common", "different, other, separate"),
        ("north, northern", "south, southern"),
        ("east, eastern", "west, western"),
        ("buy, purchase", "sell"),
        ("lend", "borrow"),
        ("give, send, provide", "receive, take"),
        ("input", "output"),
        ("producer, supplier", "consumer"),
        ("employer", "employee, worker"),
        ("buyer", "seller"),
        ("lessor, landlord", "lessee, tenant"),
        ("male, man, men", "female, woman, women"),
        ("above", "below"),
        ("within", "beyond"),
        ("for", "against"),
        ("comply, respect, observe, fulfil", "violate, breach, disregard"),
        ("ensure, guarantee", "jeopardise, endanger, threaten"),
        ("complete, full", "partial"),
        ("thoroughly, deeply, fully", "superficially, partly, partially"),
        ("active, actively, proactive, proactively", "passive, passively, reactive"),
        ("stable", "volatile"),
        ("peace, peaceful", "war, conflict"),
        ("friendship, friendly", "hostility, hostile"),
        ("cooperate, cooperation, partnership", "compete, competition"),
        ("civil, civilian", "military"),
        ("collective, joint", "individual"),
        ("independence, independent", "dependence, dependent"),
        ("unity, unified", "division, divided"),
        ("timely", "belated"),
        ("mass, popular", "elite"),
        ("theory, theoretical", "practice, practical"),
        ("attract", "repel, deter"),
        ("centralise", "decentralise"),
        ("add, insert", "remove, delete"),
        ("appoint", "dismiss"),
        ("general", "particular, specific"),
        ("sender", "recipient, receiver"),
        ("revenue, income", "expenditure, expense"),
        ("surplus", "deficit"),
        ("profit", "loss"),
        ("inbound", "outbound"),
        ("upstream", "downstream"),
        ("primary, main", "secondary"),
        ("past, previous, preceding, last", "future, coming, next, subsequent"),
        ("supply", "demand"),
        ("true", "false"),
        ("left", "right"),
        ("always, often", "never, rarely, seldom"),
        ("enough, sufficient", "insufficient, inadequate"),
        ("diversify", "concentrate"),
    ),
    before_times={"by": "by", "from": "from", "since": "from", "to": "until", "within": "within"},
    before_figures={
        "over": "more",
        "above": "more",
        "under": "less",
        "below": "less",
        "about": "about",
        "around": "about",
    },
    time_nouns="""
        april august beginning date day days deadline december end february january july june
        march may_month month months november now october period quarter september today week
        weeks year years""",
    light="""
        a about accordance across activities activity addition aim along also among an are area
        areas as at basis be been being besides between by carried carry carrying case concerned
        concerning conformity course did do does down e.g effect effects especially etc fact
        field fields following for from furthermore get gets had has have he hence her here his
        however i i.e in into is issue issues it its keeping level line made make makes making
        manner matter matters means meanwhile moreover namely new-found notably of off on one
        ones order our out over own part particular particularly per place process purpose
        purposes put puts putting quite rather regard regarding regards related relating relevant
        respect respective said same set sets she so specific spirit such take taken takes taking
        task terms than that the their them then there therefore these they this those through
        thus time to too took toward towards under up upon use used uses using very via view was
        way we well were what when where which while who whom whose with within work works you
        your""",
    prefixes="un in im il ir dis non mis",
)
