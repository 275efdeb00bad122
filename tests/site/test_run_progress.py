"""What a reader has predicted and known takes part in what is kept: it is saved, forgotten and read back."""

from pathlib import Path
from typing import Any

from in_the_page import PART_3, opened

SAVE, FORGET = "Save what I have solved to a file", "Forget what I have solved and answered"


def test_predictions_and_recall_answers_are_saved_forgotten_and_read_back(browser: Any, address: str) -> None:
    page, seen = opened(browser, f"{address}{PART_3}/", viewport={"width": 320, "height": 700}, accept_downloads=True)
    assert not page.locator(".progress").count()
    guess, recall = page.locator("form.guess").first, page.locator("details.recall").first
    question = page.locator("details.predict summary").first.inner_text().strip()
    guess.locator("input").fill("0, 1 and 1")
    guess.locator("input").press("Enter")
    page.get_by_role("button", name=SAVE).wait_for()  # with the first answer, without a reload
    page.locator("details.earlier > summary").press("Enter")
    recall.locator("summary").press("Enter")
    recall.get_by_role("button", name="I knew it").press("Enter")
    page.reload()
    with page.expect_download() as download:
        page.get_by_role("button", name=SAVE).press("Enter")
    path = Path(download.value.path())
    head, *rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    assert head == ["kind", "page", "what", "answer", "date"] and all(row[1] == f"/{PART_3}/" for row in rows)
    assert [(row[0], row[3]) for row in rows] == [("predict", "0, 1 and 1"), ("recall", "known")]
    assert rows[0][2] == question and page.get_by_text(f"Saved: {download.value.suggested_filename}").count()
    page.get_by_role("button", name=FORGET).press("Enter")
    page.reload()
    assert page.locator("form.guess input").first.input_value() == ""
    assert not page.locator(".progress").count() and not page.evaluate("localStorage.getItem('solved')")
    page.goto(f"{address}review-cards/")
    card = page.locator("details.recall").first
    card.locator("summary").press("Enter")  # here and anywhere: an answer brings the way to save, and to read back
    card.get_by_role("button", name="Not yet").press("Enter")
    page.locator(".progress input[type=file]").set_input_files(path)
    page.get_by_text("2 lines read back.").wait_for()
    page.goto(f"{address}{PART_3}/")
    assert page.locator("form.guess input").first.input_value() == "0, 1 and 1" and not seen.said
    page.context.close()
