"""What stands beside a figure: "million", "%", "km²", "USD", and what each says in any language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from diptych.language.digits import bare

_GREATEST = 60
"""The greatest power of ten that words are taken to multiply by."""
_ASIAN = {
    "千": 3,
    "万": 4,
    "萬": 4,
    "亿": 8,
    "億": 8,
    "兆": 12,
    "천": 3,
    "만": 4,
    "억": 8,
    "조": 12,
}
"""Signs right behind a figure, and by how many powers of ten they multiply it."""
_POWERS = {
    "vi": {"trăm": 2, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9},
    "en": {"hundred": 2, "thousand": 3, "million": 6, "mn": 6, "mln": 6, "billion": 9, "bn": 9,
           "trillion": 12, "tn": 12, "lakh": 5, "crore": 7},
    "fr": {"mille": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9, "billion": 12,
           "billions": 12},
    "de": {"tausend": 3, "million": 6, "millionen": 6, "mio": 6, "milliarde": 9, "milliarden": 9,
           "mrd": 9, "billion": 12, "billionen": 12},
    "es": {"mil": 3, "millón": 6, "millones": 6, "billón": 12, "billones": 12},
    "it": {"mila": 3, "milione": 6, "milioni": 6, "mln": 6, "miliardo": 9, "miliardi": 9,
           "mld": 9},
    "pt": {"mil": 3, "milhão": 6, "milhões": 6, "bilhão": 9, "bilhões": 9, "trilhão": 12,
           "trilhões": 12},
    "nl": {"duizend": 3, "miljoen": 6, "mln": 6, "miljard": 9, "mld": 9, "biljoen": 12},
    "pl": {"tys": 3, "tysiąc": 3, "tysiące": 3, "tysięcy": 3, "mln": 6, "milion": 6, "miliony": 6,
           "milionów": 6, "mld": 9, "miliard": 9, "miliardy": 9, "miliardów": 9},
    "ru": {"тыс": 3, "тысяча": 3, "тысячи": 3, "тысяч": 3, "млн": 6, "миллион": 6, "миллиона": 6,
           "миллионов": 6, "млрд": 9, "миллиард": 9, "миллиарда": 9, "миллиардов": 9,
           "трлн": 12, "триллион": 12, "триллиона": 12, "триллионов": 12},
    "id": {"ratus": 2, "ribu": 3, "juta": 6, "miliar": 9, "triliun": 12},
    "zh": {}, "ja": {}, "ko": {},
}  # fmt: skip
"""By language, words that multiply the figure before them, and by how many powers of ten."""
_SHORT = {"k": 3, "m": 6, "mm": 6, "b": 9, "bn": 9, "mn": 6, "t": 12, "tr": 6, "tỷ": 9}
"""The same of letters right behind an amount of money: "$5m"."""

_PERCENT_SAID = (
    "% phần\u00a0trăm percent per\u00a0cent pct pour\u00a0cent prozent por\u00a0ciento "
    "per\u00a0cento por\u00a0cento procent процент процента процентов процентам パーセント 퍼센트 "
    "proc persen"
)

Forms = Mapping[str, str]
_MEASURES: dict[str, Forms] = {
    "length": {
        "mm": "mm milimét milimet millimetre millimeter millimètre millimètres milímetro "
        "milímetros millimetres millimeters мм ミリメートル 毫米 밀리미터",
        "cm": "cm xentimét centimetre centimetres centimeter centimeters centimètre centimètres "
        "zentimeter centímetro centímetros см センチメートル 厘米 센티미터",
        "m": "m mét metre metres meter meters mètre mètres metro metros м метр метра метров "
        "メートル 米 미터",
        "km": "km kilômét kilomet kilometre kilometres kilometer kilometers kilomètre kilomètres "
        "kilómetro kilómetros quilômetro quilômetros chilometri км километр километра километров "
        "キロメートル 公里 킬로미터",
        "mile": "mile miles dặm milles meilen millas milhas миль 英里 マイル 마일",
        "foot": "ft foot feet pieds fuß pies",
        "inch": "inch inches pouces zoll pulgadas дюйм дюйма дюймов インチ 英寸 인치",
    },
    "area": {
        "m²": "m² m2 mét\u00a0vuông square\u00a0metres square\u00a0meters sq\u00a0m "
        "mètres\u00a0carrés quadratmeter metros\u00a0cuadrados metros\u00a0quadrados м² "
        "平方メートル 平方米 제곱미터",
        "km²": "km² km2 kilômét\u00a0vuông square\u00a0kilometres square\u00a0kilometers "
        "sq\u00a0km "
        "kilomètres\u00a0carrés quadratkilometer kilómetros\u00a0cuadrados "
        "quilômetros\u00a0quadrados км² 平方キロメートル 平方公里 제곱킬로미터",
        "ha": "ha héc-ta hécta hecta hectare hectares hektar hektare hectárea hectáreas "
        "га гектар гектара гектаров ヘクタール 公顷 公頃 헥타르",
        "acre": "acre acres mẫu\u00a0Anh 英亩 エーカー 에이커",
    },
    "volume": {
        "m³": "m³ m3 mét\u00a0khối cubic\u00a0metres cubic\u00a0meters mètres\u00a0cubes "
        "kubikmeter metros\u00a0cúbicos м³ 立方メートル 立方米",
        "l": "lít litre litres liter liters litro litros литр литра литров リットル 升 리터",
        "ml": "ml mililít millilitre millilitres milliliter milliliters мл ミリリットル 毫升",
    },
    "mass": {
        "mg": "mg miligam milligram milligrams milligramme milligrammes мг ミリグラム 毫克",
        "g": "g gam gram grams gramme grammes gramm gramos gramas グラム 克 그램",
        "kg": "kg kilôgam kilogam ký cân kilogram kilograms kilogramme kilogrammes kilo kilos "
        "kilogramm kilogramos quilogramas кг килограмм килограмма килограммов キログラム 公斤 千克 "
        "킬로그램",
        "quintal": "tạ quintal quintals quintaux zentner quintales центнер центнера центнеров",
        "t": "tấn tonne tonnes ton tons metric\u00a0ton metric\u00a0tons metric\u00a0tonnes tonnen "
        "tonelada toneladas tonnellate тонна тонны тонн トン 吨 噸 톤",
    },
    "power": {
        "W": "W watt watts oát", "kW": "kW kilowatt kilowatts кВт", "MW": "MW megawatt megawatts "
        "МВт", "GW": "GW gigawatt gigawatts ГВт",
    },
    "energy": {"kWh": "kWh кВтч", "MWh": "MWh", "GWh": "GWh", "TWh": "TWh"},
    "data": {
        "KB": "KB kB KiB kilobyte kilobytes КБ", "MB": "MB MiB megabyte megabytes МБ",
        "GB": "GB GiB gigabyte gigabytes ГБ", "TB": "TB TiB terabyte terabytes ТБ",
    },
    "time": {
        "ms": "ms mili\u00a0giây mili-giây millisecond milliseconds millisecondes "
        "millisekunden milisegundos мс ミリ秒 毫秒 밀리초",
        "s": "giây second seconds sec secs secondes seconde sekunden sekunde segundos segundo "
        "secondi секунда секунды секунд 秒 초",
        "min": "phút minute minutes min mins minuten minuto minutos minuti минута минуты минут "
        "分钟 分鐘 分間 분",
        "h": "giờ tiếng hour hours hrs heure heures stunde stunden hora horas ore час часа часов "
        "時間 小时 小時 시간",
        "day": "ngày day days jour jours tag tage tagen día días dia dias giorno giorni день дня "
        "дней 日間 天",
        "week": "tuần week weeks semaine semaines woche wochen semana semanas settimana settimane "
        "неделя недели недель 週間 周 주",
        "month": "tháng month months mois monat monate monaten mes meses mês mese mesi месяц "
        "месяца месяцев か月 ヶ月 カ月 個月 个月 개월",
        "year": "năm year years an ans année années jahr jahre jahren año años ano anos anno anni "
        "лет 年間 年间",
    },
    "temperature": {
        "°C": "°C ℃ độ\u00a0C degrees\u00a0Celsius degrés\u00a0Celsius grad\u00a0Celsius "
        "grados\u00a0Celsius graus\u00a0Celsius 摄氏度",
        "°F": "°F ℉ độ\u00a0F degrees\u00a0Fahrenheit degrés\u00a0Fahrenheit",
    },
    "speed": {
        "km/h": "km/h kph km/giờ км/ч", "m/s": "m/s м/с", "mph": "mph",
    },
    "rate": {
        "Kbps": "Kbps kbps", "Mbps": "Mbps", "Gbps": "Gbps",
    },
}  # fmt: skip
"""By what is measured, the units with the words and signs for each; a word that says something else
in another language is left out, and so is a sign that may be another's."""
_MONEY = {
    "USD": "USD US$ đô\u00a0la\u00a0Mỹ đô-la\u00a0Mỹ đôla\u00a0Mỹ US\u00a0dollars US\u00a0dollar "
    "dollars\u00a0américains US-dollar dólares\u00a0estadounidenses 美元 米ドル "
    "долл\u00a0США долларов\u00a0США",
    "dollar": "$ đô\u00a0la đô-la đôla dollar dollars dólar dólares dollari доллар доллара "
    "долларов ドル 달러",
    "EUR": "EUR € euro euros ơ-rô eur евро 欧元 歐元 ユーロ 유로",
    "GBP": "GBP £ bảng\u00a0Anh pounds\u00a0sterling livres\u00a0sterling 英镑 ポンド 파운드",
    "VND": "VND VNĐ ₫ đồng đ dong vnd донгов 越南盾 ドン",
    "JPY": "JPY yên yen yens иен 日元 円 엔",
    "CNY": "CNY RMB nhân\u00a0dân\u00a0tệ yuan renminbi юаней 人民币 人民元 元 위안",
    "KRW": "KRW ₩ won вон 韩元 ウォン 원",
    "RUB": "RUB ₽ rúp rouble roubles ruble rubles рубль рубля рублей руб 卢布 ルーブル",
    "INR": "INR ₹ rupee rupees",
    "THB": "THB ฿ baht", "LAK": "LAK kip", "SGD": "SGD S$", "AUD": "AUD A$", "CAD": "CAD C$",
    "HKD": "HKD HK$", "CHF": "CHF", "TWD": "TWD NT$", "MYR": "MYR ringgit", "IDR": "IDR rupiah",
}  # fmt: skip
_DOLLARS = frozenset({"USD", "dollar", "SGD", "AUD", "CAD", "HKD", "TWD"})
PER_CENT = "%"


class Unit(NamedTuple):
    """What a figure is counted in."""

    measures: str
    """What is measured: "length", "money"."""
    name: str

    def denies(self, other: Unit | None) -> bool:
        """Whether a figure of `other` cannot be a figure of this unit: kilograms, not tonnes."""
        if other is None or self.measures != other.measures or self.name == other.name:
            return False
        return not ("dollar" in (self.name, other.name) and {self.name, other.name} <= _DOLLARS)

    @property
    def scale(self) -> Decimal | None:
        """How many of the least unit of what is measured this one is; None where it varies."""
        return _SCALES.get(self.name)


_SCALES = {
    name: Decimal(number)
    for names in (
        "mm 1 cm 10 m 1000 km 1000000", "m² 1 ha 10000 km² 1000000", "ml 1 l 1000 m³ 1000000",
        "mg 1 g 1000 kg 1000000 quintal 100000000 t 1000000000",
        "W 1 kW 1000 MW 1000000 GW 1000000000", "kWh 1 MWh 1000 GWh 1000000 TWh 1000000000",
        "ms 1 s 1000 min 60000 h 3600000 day 86400000 week 604800000",
        "month 2592000000 year 31104000000",
    )
    for name, number in zip(names.split()[::2], names.split()[1::2], strict=True)
}  # fmt: skip
"""By unit, its size in the least one of what is measured; a year is twelve months."""


def other_units(unit: Unit) -> tuple[Decimal, ...]:
    """The sizes of the units in which the same may be said: months for a year."""
    alike = _MEASURES.get(unit.measures, {}) if unit.scale else {}
    return tuple(_SCALES[name] for name in alike if name in _SCALES)


class Beside(NamedTuple):
    """What stands behind a figure."""

    factor: Decimal
    """What the figure is multiplied by; a hundredth for per cent is not in it."""
    per_cent: bool
    unit: Unit | None
    end: int
    """Where the multipliers and the sign of per cent end in the text."""
    unit_end: int
    """Where the unit ends."""


def _units() -> dict[str, Unit]:
    forms = {PER_CENT: Unit("", PER_CENT)}
    for measures, units in [*_MEASURES.items(), ("money", _MONEY)]:
        for name, written in units.items():
            forms |= {
                form.replace("\u00a0", " "): Unit(measures, name) for form in written.split(" ")
            }
    return forms


_FORMS = _units()
_CASED = frozenset(form for form in _FORMS if len(form) <= 2 or form != form.casefold())
"""Signs whose capitals count: "g" is a gram, "G" a generation."""
_LOWER = {form.casefold(): unit for form, unit in _FORMS.items() if form not in _CASED}
_OWN = {
    word: tongues.split()
    for words, tongues in {
        "ký cân tiếng đ năm tháng ngày tuần giờ phút đồng tạ lít": "vi",
        "an ans jour jours": "fr", "ore anno anni ora": "it", "mes": "es",
        "dia dias ano anos": "pt",
        "tag jahr": "de", "pies": "es", "周 天 米 克 升": "zh", "元": "zh ja", "円 分": "ja",
        "주 분 초 원 엔 톤": "ko",
    }.items()
    for word in words.split()
}  # fmt: skip
"""Units that say something else in other languages than these."""
_ONE = re.compile(r"[^\W\d_]+(?:[-/][^\W\d_]+)?[²³23]?(?![^\W_])|[$€£₫₩₽¥฿₹]|℃|℉|°[CF](?!\w)")
_FIRST_PART = re.compile(r"[-/]")
_LETTERED = re.compile(r"[ \u00a0\u202f-]?")
_OF = re.compile(r"[ \u00a0](?:de |d['’]|di |of )")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{1,8}")
_YEAR_NEXT = re.compile(r"\s\d")
_MONEY_BEFORE = re.compile(
    r"(?:US\$|HK\$|NT\$|[SAC]\$|[$€£₫₩₽฿₹]|(?<![^\W_])(?:[A-Z]{3}|VNĐ))[ \u00a0]?$"
)


def behind(text: str, end: int, language: str) -> Beside:
    """What stands behind the figure that ends at `end` of `text`."""
    factor, at = _multipliers(text, end, bare(language))
    percent_end = _per_cent(text, at)
    if percent_end:
        return Beside(factor, True, None, percent_end, percent_end)
    of = _OF.match(text, at) if factor != 1 else None
    unit, unit_end = _unit_at(text, of.end() if of else at, bare(language))
    return Beside(factor, False, unit, at, unit_end)


def money_before(text: str, start: int) -> tuple[Unit, int] | None:
    """The currency that stands before the figure at `start`, and where it begins."""
    head = max(0, start - 5)
    match = _MONEY_BEFORE.search(text[head:start])
    if match is None:
        return None
    unit = _FORMS.get(match[0].strip())
    return (unit, head + match.start()) if unit and unit.measures == "money" else None


def short_factor(text: str, end: int) -> tuple[Decimal, int]:
    """What letters right behind an amount of money multiply it by, and where they end."""
    match = _ONE.match(text, end)
    power = _SHORT.get(match[0].casefold(), 0) if match else 0
    return (Decimal(10) ** power, match.end()) if match and power else (Decimal(1), end)


def knows_multipliers(language: str) -> bool:
    """Whether the words for thousand, million and so on are known."""
    return bare(language) in _POWERS


def _multipliers(text: str, end: int, language: str) -> tuple[Decimal, int]:
    powers = _POWERS.get(language, {})
    power = 0
    while True:
        blank = text[end : end + 1] in (" ", "\u00a0") and language in ("zh", "ja")
        if (sign := text[end + blank : end + blank + 1]) in _ASIAN:
            power, end = power + _ASIAN[sign], end + blank + 1
            continue
        gap = _LETTERED.match(text, end)
        word = _ONE.match(text, gap.end()) if gap else None
        if word is None or word[0].casefold() not in powers:
            return Decimal(10) ** min(power, _GREATEST), end
        power, end = power + powers[word[0].casefold()], word.end()
        if text[end : end + 1] == "." and len(word[0]) <= 4:
            end += 1  # "Mio."


def _per_cent(text: str, end: int) -> int:
    gap = _LETTERED.match(text, end)
    at = gap.end() if gap else end
    if text[at : at + 1] == "%":
        return at + 1
    found = next(iter(_longest(text, at, _PERCENT_FORMS)), "")
    return at + len(found) if found else 0


def _unit_at(text: str, end: int, language: str) -> tuple[Unit | None, int]:
    gap = _LETTERED.match(text, end)
    at = gap.end() if gap else end
    if asian := _UNSPACED.match(text, at):
        for length in range(len(asian[0]), 0, -1):
            unit = _FORMS.get(asian[0][:length])
            if unit and language in _OWN.get(asian[0][:length], [language]):
                return unit, at + length
        return None, end
    for form in _longest(text, at, _PHRASES):
        return _LOWER.get(form.casefold()) or _FORMS.get(form), at + len(form)
    word = _ONE.match(text, at)
    if word is None:
        return None, end
    for said in (word[0], _FIRST_PART.split(word[0])[0]):
        unit = _FORMS.get(said) if said in _CASED else _LOWER.get(said.casefold())
        if unit and language in _OWN.get(said.casefold(), [language]):
            if said == "năm" and _YEAR_NEXT.match(text, word.end()):
                break  # "Điều 5 năm 2020"
            return unit, at + len(said)
    return None, end


@cache
def _beginnings(forms: Iterable[str]) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        table.setdefault(form[:2].casefold(), []).append(form)
    return table


_PERCENT_FORMS = frozenset(
    form.replace("\u00a0", " ") for form in _PERCENT_SAID.split(" ") if form != "%"
)
_PHRASES = frozenset(form for form in _FORMS if " " in form)


def _longest(text: str, at: int, forms: frozenset[str]) -> Iterable[str]:
    """The longest of `forms` at `at`, if any."""
    for form in _beginnings(forms).get(text[at : at + 2].casefold(), ()):
        end = at + len(form)
        if text[at:end].casefold() == form.casefold() and not text[end : end + 1].isalpha():
            yield text[at:end]
            return
