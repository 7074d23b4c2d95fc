"""What the generator's configuration says of the site, in terms that need no generator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from diptych.language.language_names import own_name
from diptych.publication import addresses


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What the configuration says of the site while the pages of one language are made."""

    name: str
    """The title of the site in that language."""
    languages: tuple[str, ...]
    """The tags of all languages of the site, in the order in which it lists them."""
    original: str
    """The language whose pages stand at the root."""
    templates: Path
    """The folder of templates, stylesheets, scripts and typefaces."""
    folder: Path = Path()
    """The project's folder, which is that of its repository."""
    url: str = ""
    """The absolute address of the site's root, or empty."""
    repository: str = ""
    """The address of the repository in which the texts are edited, or empty."""
    branch: str = "main"
    """The branch of the repository on which the texts are edited."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What the configuration calls languages, by their tags."""
    misplaced: tuple[str, ...] = ()
    """The languages for which the configuration has words that belong to the project's settings."""
    offline: bool = True
    """Whether browsers keep the text for readers without a network."""

    @property
    def base(self) -> str:
        """The path of the site's root on its host, which ends in a slash."""
        return f"{urlsplit(self.url or '/').path.rstrip('/')}/"

    def address(self, path: str, locale: str) -> str:
        """The address, below the site's root, of the page at `path` in the folder of `locale`."""
        return addresses.address(path, locale, self.original)

    def absolute(self, path: str, locale: str) -> str:
        """The absolute address of the page at `path` in the folder of `locale`."""
        return urljoin(self.url, self.address(path, locale))

    def name_of(self, locale: str) -> str:
        """The name by which the language `locale` calls itself."""
        return self.names.get(locale) or own_name(locale)
