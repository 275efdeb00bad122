// What one page is: run in it by tests/measure.py.
() => {
    const article = document.querySelector('article'), all = (what) => [...article.querySelectorAll(what)];
    const seen = (one) => one.checkVisibility({visibilityProperty: true}) && one.getBoundingClientRect().width > 1;
    const top = (one) => one.getBoundingClientRect().top + scrollY, bottom = (one) => one.getBoundingClientRect().bottom + scrollY;
    const pictures = all('figure svg').filter((one) => seen(one) && one.getBoundingClientRect().height >= 150);
    const ends = [[top(article), top(article)], ...pictures.map((one) => [top(one), bottom(one)]), [bottom(article), 0]];
    const stretch = Math.max(...ends.slice(1).map(([start], n) => start - ends[n][1]));
    const plain = article.cloneNode(true);
    plain.querySelectorAll('pre, .cell, table, figure, math, details, .opening, .post, .course, .ledger, script, style').forEach((one) => one.remove());
    const boxes = (what) => all(what).filter(seen), cut = (box) => box.scrollWidth > box.clientWidth + 1;
    const code = boxes('.cell .language-python code, article > .language-python code'), printed = boxes('.result code');
    const parts = (color) => color.match(/[\d.]+/g).map(Number);
    const over = ([r, g, b, a = 1], below) => [r, g, b].map((part, n) => part * a + below[n] * (1 - a));
    const ground = (box) => {
        const color = box && parts(getComputedStyle(box).backgroundColor);
        return !box ? [255, 255, 255] : (color[3] ?? 1) === 1 ? color : over(color, ground(box.parentElement));
    };
    const light = (color) => color.map((part) => part / 255).map((part) =>
        part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4).reduce((sum, part, n) =>
        sum + part * [0.2126, 0.7152, 0.0722][n], 0);
    const contrast = (color, below, opacity = 1) => {
        const [r, g, b, a = 1] = parts(color), both = [below, over([r, g, b, a * opacity], below)].map(light);
        return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
    };
    const small = {text: 99, sub: 99}, weak = {text: 99, line: 99};
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const one = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !seen(one) || one.closest('title, desc, .headerlink, .footnote-backref, .copy, [hidden]')) continue;
        const style = getComputedStyle(one), svg = one.ownerSVGElement;
        const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
        const kind = one.closest('sub, sup, .sub, msub > :last-child, msup > :last-child, mfrac, msubsup > :not(:first-child)') ? 'sub' : 'text';
        small[kind] = Math.min(small[kind], parseFloat(style.fontSize) * scale);
        const below = ground(svg ? svg.parentElement : one);
        weak.text = Math.min(weak.text, contrast(svg ? style.fill : style.color, below));
    }
    for (const one of all('figure svg :is(line, path, circle, rect, polygon)').filter(seen)) {
        const style = getComputedStyle(one);
        if (style.stroke === 'none') continue;
        weak.line = Math.min(weak.line, contrast(style.stroke, ground(one.ownerSVGElement.parentElement), parseFloat(style.strokeOpacity)));
    }
    const first = all('h2').find(seen), round = (number) => Math.round(number);
    return {
        height: round(bottom(article) - top(article)), words: plain.innerText.split(/\s+/).filter(Boolean).length,
        pictures: pictures.length, first: pictures.length ? round(top(pictures[0])) : null, subject: first ? round(top(first)) : null,
        stretch: round(stretch), code: code.length, cutCode: code.filter(cut).length, printed: printed.length,
        cutPrinted: printed.filter(cut).length, text: small.text, sub: small.sub, contrast: weak.text, line: weak.line,
    };
}
