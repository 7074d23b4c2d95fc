"""Units and currencies, and the words and signs for each in any language."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

PERCENT_SAID = (
    "% phần\u00a0trăm percent per\u00a0cent pct pour\u00a0cent prozent por\u00a0ciento "
    "per\u00a0cento por\u00a0cento procent процент процента процентов процентам パーセント 퍼센트 "
    "proc persen"
)
"""What says per cent behind a figure, a blank between two; a hard blank stands within one."""

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
    "VND": "VND VNĐ ₫ đồng đ dong dongs vnd донгов 越南盾 ドン",
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

    def converts(self, value: Decimal, other: Unit, into: Decimal) -> bool:
        """Whether `value` of this unit is about `into` of `other`, one of the two being a unit of
        daily life in the English-speaking world: 8 inches, 20 cm. "About" is a fifth, as such
        figures are rounded.
        """
        customary = self.name in _CUSTOMARY, other.name in _CUSTOMARY
        if self.measures != other.measures or customary[0] is customary[1]:
            return False
        sizes = [
            (value - 32) * 5 / 9 if unit.name == "°F" else value * (unit.size or 0)
            for unit, value in ((self, value), (other, into))
        ]
        return abs(sizes[0] - sizes[1]) <= max(map(abs, sizes)) / 5

    @property
    def size(self) -> Decimal | None:
        """How many of a unit that others of its kind are measured by this one is, if known."""
        return _CUSTOMARY.get(self.name) or self.scale or _SIZES.get(self.name)

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


_CUSTOMARY = {
    "inch": Decimal("25.4"),
    "foot": Decimal("304.8"),
    "mile": Decimal(1_609_344),
    "acre": Decimal("4046.86"),
    "mph": Decimal("1.609344"),
    "°F": Decimal(1),
}
"""The units of the English-speaking world, in those of the others: see `_SCALES` and `_SIZES`."""
_SIZES = {"km/h": Decimal(1), "m/s": Decimal("3.6"), "°C": Decimal(1)}


def other_units(unit: Unit) -> tuple[Decimal, ...]:
    """The sizes of the units in which the same may be said: months for a year."""
    alike = _MEASURES.get(unit.measures, {}) if unit.scale else {}
    return tuple(_SCALES[name] for name in alike if name in _SCALES)


def _units() -> dict[str, Unit]:
    forms = {PER_CENT: Unit("", PER_CENT)}
    for measures, units in [*_MEASURES.items(), ("money", _MONEY)]:
        for name, written in units.items():
            forms |= {
                form.replace("\u00a0", " "): Unit(measures, name) for form in written.split(" ")
            }
    return forms


FORMS = _units()
"""By word or sign, the unit that it says."""
CASED = frozenset(form for form in FORMS if len(form) <= 2 or form != form.casefold())
"""Signs whose capitals count: "g" is a gram, "G" a generation."""
LOWER = {form.casefold(): unit for form, unit in FORMS.items() if form not in CASED}
"""By word without regard for capitals, the unit that it says."""
OWN = {
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
