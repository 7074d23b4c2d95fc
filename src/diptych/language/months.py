"""The names of the months and of the days of the week in each language."""

from __future__ import annotations

MONTHS = {
    "vi": (
        ("giêng", "một"), ("hai",), ("ba",), ("tư",), ("năm",), ("sáu",), ("bảy",), ("tám",),
        ("chín",), ("mười",), ("mười một",), ("chạp", "mười hai"),
    ),
    "en": (
        ("January",), ("February",), ("March",), ("April",), ("May",), ("June",), ("July",),
        ("August",), ("September",), ("October",), ("November",), ("December",),
    ),
    "fr": (
        ("janvier",), ("février", "fevrier"), ("mars",), ("avril",), ("mai",), ("juin",),
        ("juillet",), ("août", "aout"), ("septembre",), ("octobre",), ("novembre",),
        ("décembre", "decembre"),
    ),
    "de": (
        ("Januar", "Jänner"), ("Februar",), ("März",), ("April",), ("Mai",), ("Juni",), ("Juli",),
        ("August",), ("September",), ("Oktober",), ("November",), ("Dezember",),
    ),
    "es": (
        ("enero",), ("febrero",), ("marzo",), ("abril",), ("mayo",), ("junio",), ("julio",),
        ("agosto",), ("septiembre", "setiembre"), ("octubre",), ("noviembre",), ("diciembre",),
    ),
    "it": (
        ("gennaio",), ("febbraio",), ("marzo",), ("aprile",), ("maggio",), ("giugno",),
        ("luglio",), ("agosto",), ("settembre",), ("ottobre",), ("novembre",), ("dicembre",),
    ),
    "pt": (
        ("janeiro",), ("fevereiro",), ("março",), ("abril",), ("maio",), ("junho",), ("julho",),
        ("agosto",), ("setembro",), ("outubro",), ("novembro",), ("dezembro",),
    ),
    "nl": (
        ("januari",), ("februari",), ("maart",), ("april",), ("mei",), ("juni",), ("juli",),
        ("augustus",), ("september",), ("oktober",), ("november",), ("december",),
    ),
    "pl": (
        ("stycznia", "styczeń"), ("lutego", "luty"), ("marca", "marzec"),
        ("kwietnia", "kwiecień"), ("maja", "maj"), ("czerwca", "czerwiec"), ("lipca", "lipiec"),
        ("sierpnia", "sierpień"), ("września", "wrzesień"), ("października", "październik"),
        ("listopada", "listopad"), ("grudnia", "grudzień"),
    ),
    "ru": (
        ("января", "январь", "январе"), ("февраля", "февраль", "феврале"),
        ("марта", "март", "марте"), ("апреля", "апрель", "апреле"), ("мая", "май", "мае"),
        ("июня", "июнь", "июне"), ("июля", "июль", "июле"), ("августа", "август", "августе"),
        ("сентября", "сентябрь", "сентябре"), ("октября", "октябрь", "октябре"),
        ("ноября", "ноябрь", "ноябре"), ("декабря", "декабрь", "декабре"),
    ),
    "uk": (
        ("січня", "січень", "січні"), ("лютого", "лютий", "лютому"),
        ("березня", "березень", "березні"), ("квітня", "квітень", "квітні"),
        ("травня", "травень", "травні"), ("червня", "червень", "червні"),
        ("липня", "липень", "липні"), ("серпня", "серпень", "серпні"),
        ("вересня", "вересень", "вересні"), ("жовтня", "жовтень", "жовтні"),
        ("листопада", "листопад", "листопаді"), ("грудня", "грудень", "грудні"),
    ),
    "tr": (
        ("Ocak",), ("Şubat",), ("Mart",), ("Nisan",), ("Mayıs",), ("Haziran",), ("Temmuz",),
        ("Ağustos",), ("Eylül",), ("Ekim",), ("Kasım",), ("Aralık",),
    ),
    "id": (
        ("Januari",), ("Februari",), ("Maret",), ("April",), ("Mei",), ("Juni",), ("Juli",),
        ("Agustus",), ("September",), ("Oktober",), ("November",), ("Desember",),
    ),
}  # fmt: skip
"""By language, the names of each month, January first; the Vietnamese ones follow `tháng`."""

ABBREVIATED = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep Sept", "Oct", "Nov", "Dec"),
    "fr": ("janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov",
           "déc"),
    "de": ("Jan", "Feb Febr", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep Sept", "Okt", "Nov",
           "Dez"),
    "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep sept", "oct", "nov", "dic"),
    "it": ("gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set sett", "ott", "nov", "dic"),
    "pt": ("jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"),
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep sept", "okt", "nov", "dec"),
    "pl": ("sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"),
    "ru": ("янв", "фев февр", "мар", "апр", "мая", "июн", "июл", "авг", "сен сент", "окт",
           "ноя нояб", "дек"),
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
}  # fmt: skip
"""By language, the short names of each month, a blank between two; each may end in a full stop.
They are read as months only beside a day or a year."""

ALSO_WORDS = {
    "en": frozenset({"may", "march"}),
    "fr": frozenset({"mars"}),
    "pl": frozenset({"maj", "maja"}),
    "ru": frozenset({"март", "марта", "май", "мая"}),
    "it": frozenset({"marzo"}),
}
"""By language, names of months that say other things, too: read as months only beside a figure."""

WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "ru": "понедельник вторник среду четверг пятницу субботу воскресенье",
    "id": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu",
    "vi": "hai ba tư năm sáu bảy nhật",
    "zh": "一 二 三 四 五 六 日", "ja": "月 火 水 木 金 土 日", "ko": "월 화 수 목 금 토 일",
}  # fmt: skip
"""By language, the days of the week, Monday first. Vietnamese ones follow `thứ` or `chủ`, Chinese
ones 星期; the other two stand before 曜 and 요일."""

WEEKDAYS_TOO = {
    "en": "Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays "
    "Mon Tue Wed Thu Fri Sat Sun",
    "de": "montags dienstags mittwochs donnerstags freitags samstags sonntags",
    "ru": "понедельника вторника среда четверга пятница суббота воскресенья",
    "es": "lunes martes miércoles jueves viernes sábados domingos",
}
"""By language, the same in other forms, or what may say something else: seven, or twice seven."""
