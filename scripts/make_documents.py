#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes Word, OpenDocument, PDF and EPUB files of the sample articles, as people's programs write them.

usage: make_documents.py [OUTPUT_FOLDER]      default corpus/articles-documents
Needs pandoc and LibreOffice (apt-get install --no-install-recommends pandoc libreoffice-writer). Run it only to make the
files anew: they are committed, and carry the time at which they were made.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

root = pathlib.Path(__file__).resolve().parent.parent
articles = root / "corpus/articles"
target = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else root / "corpus/articles-documents")

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMES = f'xmlns:w="{MAIN}" xmlns:r="{LINKS}"'
KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml."
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def office(folder, source, form, *options):
    """Converts a file with LibreOffice, which must not be running with the same profile."""
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", *options, "--convert-to",
                    form, "--outdir", str(folder / "out"), str(source)], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=300)
    return folder / "out" / (source.stem + "." + form.split(":")[0])


def runs(text):
    """Words, and markers in brackets as raised numbers: "[2][5]" is the superscript "2,5"."""
    out = ""
    for piece in re.split(r"(\s*\[[\d,–\- ]+\])", text.replace("][", ",")):
        marker = re.fullmatch(r"\s*\[([\d,–\- ]+)\]", piece)
        if marker:
            out += f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{marker[1].replace(" ", "")}</w:t></w:r>'
        elif piece:
            out += f'<w:r><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
    return out


def journal_page(source, target):
    """A Word document like a journal's page: two columns, raised numbers, a running head and page numbers."""
    body = ""
    for block in re.split(r"\n\s*\n", source.read_text(encoding="utf-8").split("---", 2)[2].strip()):
        for text in block.split("\n") if re.match(r"(\d+\.|-) ", block) else [block]:
            heading = re.match(r"(#+) (.*)", text)
            style = (f'<w:pStyle w:val="Heading{len(heading[1])}"/>' if heading else '<w:jc w:val="both"/>')
            body += f"<w:p><w:pPr>{style}</w:pPr>{runs(heading[2] if heading else text)}</w:p>"
    section = ('<w:sectPr><w:headerReference w:type="default" r:id="r1"/><w:footerReference w:type="default" r:id="r2"/>'
               '<w:pgSz w:w="11906" w:h="12000"/><w:pgMar w:top="1400" w:right="1000" w:bottom="1400" w:left="1000" '
               'w:header="700" w:footer="700"/><w:cols w:num="2" w:space="500"/></w:sectPr>')
    headings = "".join(f'<w:style w:type="paragraph" w:styleId="Heading{i}"><w:name w:val="heading {i}"/><w:pPr><w:spacing '
                       f'w:before="240"/><w:outlineLvl w:val="{i - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{34 - 4 * i}"/></w:rPr>'
                       '</w:style>' for i in (1, 2, 3))
    parts = {
        "word/document.xml": (f"<w:document {NAMES}><w:body>{body}{section}</w:body></w:document>", "document.main+xml"),
        "word/styles.xml": (f'<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang '
                            f'w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>{headings}</w:styles>', "styles+xml"),
        "word/settings.xml": (f'<w:settings {NAMES}><w:autoHyphenation w:val="true"/></w:settings>', "settings+xml"),
        "word/header1.xml": (f"<w:hdr {NAMES}><w:p><w:r><w:t>The Sample Journal of Backs</w:t></w:r></w:p></w:hdr>",
                             "header+xml"),
        "word/footer1.xml": (f'<w:ftr {NAMES}><w:p><w:r><w:t xml:space="preserve">Page </w:t></w:r><w:fldSimple w:instr=" PAGE ">'
                             "<w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>", "footer+xml"),
    }
    links = "".join(f'<Relationship Id="r{i}" Type="{LINKS}/{kind}" Target="{kind}{suffix}.xml"/>' for i, (kind, suffix) in
                    enumerate([("header", "1"), ("footer", "1"), ("styles", ""), ("settings", "")], 1))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml",
                         f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
                         'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
                         "".join(f'<Override PartName="/{name}" ContentType="{KINDS}{kind}"/>'
                                 for name, (_, kind) in parts.items()) + "</Types>")
        archive.writestr("_rels/.rels", f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
                         f'Type="{LINKS}/officeDocument" Target="word/document.xml"/></Relationships>')
        archive.writestr("word/_rels/document.xml.rels",
                         f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>')
        for name, (text, _) in parts.items():
            archive.writestr(name, HEAD + text)


def main():
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for article in ("sore-back", "clinic-letter"):
            draft = folder / f"{article}.docx"
            subprocess.run(["pandoc", "-f", "gfm+footnotes", str(articles / f"{article}.md"), "-o", str(draft)], check=True)
            for form in ("docx", "pdf"):
                shutil.copy(office(folder, draft, form), target)
        shutil.copy(office(folder, folder / "clinic-letter.docx", "odt"), target)
        subprocess.run(["pandoc", "-f", "gfm+footnotes", "--metadata", "title=Notes for Referring Doctors",
                        str(articles / "clinic-letter.md"), "-o", str(target / "clinic-letter.epub")], check=True)
        page = office(folder, articles / "vertebrae.html", "docx:MS Word 2007 XML", "--infilter=HTML (StarWriter)")
        shutil.copy(page, target)
        shutil.copy(office(folder, page, "pdf"), target)
        journal_page(articles / "sore-back.md", folder / "sore-back-journal.docx")
        shutil.copy(office(folder, folder / "sore-back-journal.docx", "pdf"), target)
    for file in sorted(target.iterdir()):
        print(f"{file.stat().st_size:8} {file.name}")


main()
