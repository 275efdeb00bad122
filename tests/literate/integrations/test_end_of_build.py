"""What the end of a build needs, made ready while a page still runs."""

from types import SimpleNamespace

from jinja2 import DictLoader, Environment
from mkdocs.structure.files import File, Files

from literate.integrations import end_of_build
from literate.products import beforehand, met_styles
from literate.serving.template_cache import Templates

PAGES = {"base.html": "{% include 'parts/a.html' %}", "parts/a.html": "1", "parts/wrong.html": "{% if", "a.txt": "{%"}
VARIANTS = {"parts/languages/en.html": "2"}


def environment():
    return Environment(loader=DictLoader(PAGES | VARIANTS))


def test_templates_scripts_and_styles_are_read_once(tmp_path):
    texts = {"a.js": "add('note')", "b.css": ".note{a:b}.gone{a:b}", "index.html": '<p class="x">'}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    files = Files([File(name, str(tmp_path), str(tmp_path), use_directory_urls=True) for name in texts])
    config, templates = SimpleNamespace(theme=SimpleNamespace(get_env=environment)), Templates()
    beforehand.WAITING.clear()
    met_styles._words.cache_clear()
    met_styles._rules.cache_clear()
    end_of_build.prepare_end(config, files, templates)
    assert len(beforehand.WAITING) == 5, "a script, a style sheet, and templates that are no variants"
    while beforehand.do_next():
        pass

    env = environment()
    env.bytecode_cache, env.compile = templates, None
    assert env.get_template("base.html").render() == "1"
    met_styles.make_lean(tmp_path, tmp_path)
    assert [one.cache_info().misses for one in (met_styles._words, met_styles._rules)] == [1, 1]
    assert (tmp_path / "b.css").read_text() == ".note{a:b}"
