"""The small words of languages written in Latin letters, by which a passage's language is told.

A row lists words that nearly every sentence of the language has some of. What two rows share tells
their languages not apart: `foreign_words` leaves it out.
"""

from __future__ import annotations

from functools import cache

from diptych.language.tags import bare

_ROWS = {
    "en": """
        the of and to in for with on by from at is are was were be been being shall should must may
        might can could will would its it's their this that these those as or an a it if when while
        where which who whose what how why not no than then there here they them we our you your
        he she his her has have had do does did but so because before after about into onto over
        under through during between without within also only just more most some any each every
        all both other such let's don't you'll getting using""",
    "vi": """
        và của là các những được cho trong với không có này một để khi từ đến theo về tại trên
        như hoặc nếu thì bạn chúng ta tôi đã đang sẽ phải cần nên cũng vì do bởi mà đó ở ra vào""",
    "fr": """
        le la les de des du un une et est sont dans pour avec sur par pas que qui au aux ce cette
        ces il elle nous vous ils elles ne se son sa ses leur leurs ou où mais donc si plus comme
        être avoir fait peut votre vos notre nos en à y quand sans sous entre après avant aussi
        tout tous toute toutes l'on on
        a or as but on me te i""",
    "de": """
        der die das den dem des ein eine einen einem einer eines und ist sind war waren in im für
        mit auf von vom zu zum zur bei aus nach nicht kein keine dass daß wie wenn oder aber auch
        als an am es er sie wir ihr ich sich wird werden wurde kann können muss müssen soll sollen
        hat haben so nur noch mehr durch um über unter vor zwischen ohne gegen bis diese dieser
        dieses diesem diesen man so was will
        also all her hat da hin""",
    "es": """
        el la los las de del un una unos unas y e o u es son en para por con no que se su sus al
        lo como más pero si este esta estos estas ese esa eso ser está están hay ha han puede
        pueden tu tus te nos le les ya cuando donde sobre entre sin hasta desde también muy todo
        todos toda todas porque me a
        has he do y""",
    "pt": """
        o a os as de do da dos das um uma uns umas e é são em no na nos nas para por com não que
        se seu sua seus suas ao à aos às como mais mas ou este esta estes estas esse essa isso ser
        está estão há pode podem você quando onde sobre entre sem até desde também muito todo
        todos toda todas porque pelo pela me
        do na has""",
    "it": """
        il lo la i gli le di del della dei delle degli dello un una uno e è sono in nel nella nei
        nelle per con non che si su sul sulla da dal dalla dai al alla ai alle come più ma o se
        questo questa questi queste essere ha hanno può possono quando dove anche tra fra senza
        tutti tutte perché
        a ad ed no do i ci me mi si era""",
    "nl": """
        de het een en is zijn was in voor met op van te bij uit naar niet geen dat die dit deze
        als of maar ook aan er hij zij ze we wij je jij u kan kunnen moet moeten zal worden wordt
        werd heeft hebben om door over onder tussen zonder tot meer zo wat
        had over her all been""",
    "pl": """
        i w na z do nie się to jest są że o od po za przez przy dla jak ale lub oraz który która
        które być może można ich jego jej tym tego tej ten ta te co czy już tylko bez pod nad
        a on by no oni""",
    "id": """
        yang dan di ke dari untuk dengan pada adalah ini itu tidak akan dalam oleh atau juga
        dapat bisa harus kita kami anda mereka saya sebagai lebih telah sudah jika karena""",
    "tr": """
        ve bir bu için ile de da olarak daha çok gibi kadar ne o şu ancak ama veya ya her değil
        olan olur en mi mı
        on an at had""",
    "da": """
        og i at det en den til er som på de med han af for ikke der var mig sig men et har om vi
        min havde ham hun nu over da fra du ud sin dem os op hvad skal kan så her all under""",
    "nb": """
        og i det på som er en til å han av for at med men jeg de ikke den har om et var fra seg vi
        så skal kan ut over her all under må""",
    "sv": """
        och i att det som en på är av för med till den har de inte om ett han men var jag sig från
        vi så kan man när år under också efter eller nu där vid mot ska skall har in an all""",
    "cs": """
        a i v na se je to že s z do o k pro za by ale po jako od jsou nebo tak které při ve aby
        už on no my""",
    "sk": """
        a i v na sa je to že s z do o k pre za by ale po ako od sú alebo tak ktoré pri vo aby už on
        no my""",
    "hr": """
        i u je se na da za od su s ne kao to a o iz do ili ali po te no on my""",
    "hu": """
        a az és egy is nem hogy van ez de vagy ha be ki meg mint csak már még el ezt azt no on""",
    "fi": """
        ja on ei se että oli hän mutta ovat ole kun mitä niin tai jos myös no me he""",
    "ro": """
        și de a la în cu pe o un din că nu se este pentru sau mai ca sunt prin am an as on no are
        all or do""",
    "nn": """
        og i at det en ein eit er som til på ikkje vi for med dei frå av kan så men om han ho seg
        var å
        her over so""",
    "gl": """
        o a os as de do da dos das un unha uns unhas e é son en no na nos nas para por con que non
        se seu súa seus súas ao á aos ás como máis mais ou este esta isto ser está hai pode cando
        onde sobre entre sen ata tamén moi todo todos toda todas porque polo pola
        me has""",
    "sl": """
        in je na za da se so s z v o to pa ali ne ki kot od do po pri iz bi si že tudi kako ker če
        ko bo lahko vse
        a on no me an""",
    "sq": """
        në të e i dhe me për nga është janë që një si ose nuk duhet mund
        a as do on""",
    "et": """
        ja on ei et see kui oma ka või kes mis ning aga siis nii kas selle seda olla oli ta
        me no a""",
    "lv": """
        un ir ar no to par kas uz pie ka tas lai vai arī kā bet tad šo ja
        a""",
    "lt": """
        ir yra į iš su kad tai ar be to po per nuo iki kaip bet o jei taip pat
        a no""",
    "eu": """
        eta da ez du bat den dira edo hau hori baina ere izan dute zen
        on no a""",
    "af": """
        die en is in van het was wat vir op met om te by as dit nie of ons hulle sy hy kan sal so
        an had over""",
    "sw": """
        na ya wa kwa ni za katika la cha kama au hii hiyo ili si yako pia
        a""",
    "tl": """
        ang ng mga sa at ay na para ito kung hindi may o mo ka siya ako ikaw kami upang dahil isang
        do on so no""",
    "ms": """
        yang dan di ke dari untuk dengan pada adalah ini itu tidak akan dalam oleh atau juga boleh
        perlu kita kami anda mereka saya sebagai lebih telah sudah jika kerana ia""",
    "ga": """
        an na agus i ar is le do go ní de ó as bhfuil tá seo sin
        a at no so""",
    "cy": """
        y yr a ac i o yn ar am at mae ei eu eich gan wedi sydd hyn bod fod
        an has to no so""",
    "ca": """
        el la els les de i a un una en és que per amb no es o són com més del al si ha has on as
        me he""",
}  # fmt: skip
_WORDS = {tag: frozenset(row.split()) for tag, row in _ROWS.items()}
_ALIKE = {"no": "nb", "bs": "hr", "sr": "hr", "fil": "tl", "pcm": "en", "sco": "en"}
"""Languages whose small words are those of another row."""


@cache
def small_words(tag: str) -> frozenset[str]:
    """The small words of the language with the BCP 47 `tag`; empty where nobody listed them."""
    language = bare(tag)
    return _WORDS.get(_ALIKE.get(language, language), frozenset())


@cache
def foreign_words(own: str, other: str) -> frozenset[str]:
    """The small words of the language `other` that `own` does not have; both are BCP 47 tags.

    It is empty where nobody has listed those of `other`.
    """
    return small_words(other) - small_words(own)
