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
        tout tous toute toutes l'on on""",
    "de": """
        der die das den dem des ein eine einen einem einer eines und ist sind war waren in im für
        mit auf von vom zu zum zur bei aus nach nicht kein keine dass daß wie wenn oder aber auch
        als an am es er sie wir ihr ich sich wird werden wurde kann können muss müssen soll sollen
        hat haben so nur noch mehr durch um über unter vor zwischen ohne gegen bis diese dieser
        dieses diesem diesen man so was will""",
    "es": """
        el la los las de del un una unos unas y e o u es son en para por con no que se su sus al
        lo como más pero si este esta estos estas ese esa eso ser está están hay ha han puede
        pueden tu tus te nos le les ya cuando donde sobre entre sin hasta desde también muy todo
        todos toda todas porque me a""",
    "pt": """
        o a os as de do da dos das um uma uns umas e é são em no na nos nas para por com não que
        se seu sua seus suas ao à aos às como mais mas ou este esta estes estas esse essa isso ser
        está estão há pode podem você quando onde sobre entre sem até desde também muito todo
        todos toda todas porque pelo pela me""",
    "it": """
        il lo la i gli le di del della dei delle degli dello un una uno e è sono in nel nella nei
        nelle per con non che si su sul sulla da dal dalla dai al alla ai alle come più ma o se
        questo questa questi queste essere ha hanno può possono quando dove anche tra fra senza
        tutti tutte perché""",
    "nl": """
        de het een en is zijn was in voor met op van te bij uit naar niet geen dat die dit deze
        als of maar ook aan er hij zij ze we wij je jij u kan kunnen moet moeten zal worden wordt
        werd heeft hebben om door over onder tussen zonder tot meer zo wat""",
    "pl": """
        i w na z do nie się to jest są że o od po za przez przy dla jak ale lub oraz który która
        które być może można ich jego jej tym tego tej ten ta te co czy już tylko bez pod nad""",
    "id": """
        yang dan di ke dari untuk dengan pada adalah ini itu tidak akan dalam oleh atau juga
        dapat bisa harus kita kami anda mereka saya sebagai lebih telah sudah jika karena""",
    "tr": """
        ve bir bu için ile de da olarak daha çok gibi kadar ne o şu ancak ama veya ya her değil
        olan olur en mi mı""",
}  # fmt: skip
_WORDS = {tag: frozenset(row.split()) for tag, row in _ROWS.items()}


@cache
def small_words(tag: str) -> frozenset[str]:
    """The small words of the language with the BCP 47 `tag`; empty where nobody listed them."""
    return _WORDS.get(bare(tag), frozenset())


@cache
def foreign_words(own: str, other: str) -> frozenset[str]:
    """The small words of the language `other` that `own` does not have; both are BCP 47 tags.

    It is empty where nobody has listed those of `other`.
    """
    return small_words(other) - small_words(own)
