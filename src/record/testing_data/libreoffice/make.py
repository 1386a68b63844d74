#!/usr/bin/env python3
"""Makes the workbooks of this folder with LibreOffice: make.py [FOLDER]. Each is written as a flat OpenDocument sheet here and converted."""

import os
import subprocess
import sys
import tempfile

HEADER = ["名称", "床位数", "占比", "成立日期", "周期", "备注"]
NAMES = "xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\" " + " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"' for short, long in
                 [("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("number", "datastyle"), ("config", "config")])
STYLES = """
<number:date-style style:name="D1"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
<number:date-style style:name="D2"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text><number:day/><number:text>日</number:text></number:date-style>
<number:date-style style:name="D3"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text></number:date-style>
<number:date-style style:name="D4"><number:month/><number:text>/</number:text><number:day/><number:text>/</number:text><number:year/></number:date-style>
<number:percentage-style style:name="P1"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<number:currency-style style:name="C1"><number:currency-symbol number:language="zh" number:country="CN">¥</number:currency-symbol><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:currency-style>
<number:number-style style:name="N1"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<number:number-style style:name="S1"><number:scientific-number number:decimal-places="2" number:min-integer-digits="1" number:min-exponent-digits="2"/></number:number-style>
""" + "".join(f'<style:style style:name="{each.lower()}" style:family="table-cell" style:data-style-name="{each}"/>' for each in ["D1", "D2", "D3", "D4", "P1", "C1", "N1", "S1"]) + """
<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>"""


def text(words, more=""):
    return f'<table:table-cell office:value-type="string"{more}><text:p>{words}</text:p></table:table-cell>'


def number(value, style="", kind="float", more=""):
    style = f' table:style-name="{style}"' if style else ""
    return f'<table:table-cell office:value-type="{kind}" office:value="{value}"{style}{more}/>'


def day(value, style="d1"):
    return f'<table:table-cell office:value-type="date" office:date-value="{value}" table:style-name="{style}"/>'


def formula(written):
    return f'<table:table-cell table:formula="of:={written}"/>'


def row(*cells, more=""):
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def good(**other):
    cells = {"name": text("龙潭"), "beds": number(1630), "share": number(55.3), "founded": day("2026-05-15"), "period": text("2026-05"), "remark": text("月报")}
    cells.update(other)
    return row(*cells.values())


HEADER_ROW = row(*map(text, HEADER))


def sheet(name, rows, columns="", style=""):
    style = f' table:style-name="{style}"' if style else ""
    return f'<table:table table:name="{name}"{style}>{columns}{"".join(rows)}</table:table>'


def document(*sheets, settings="", content_before="", content_after=""):
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
            f"<office:automatic-styles>{STYLES}</office:automatic-styles><office:body><office:spreadsheet>{settings}{content_before}{''.join(sheets)}{content_after}"
            "</office:spreadsheet></office:body></office:document>")


def one(*rows, **more):
    return document(sheet("填报", [HEADER_ROW, *rows]), **more)


HIDDEN = ' table:visibility="collapse"'
BOOKS = {
    "plain": one(good()),
    "percent": one(good(share=number(0.553, "p1", "percentage"))),
    "currency": one(good(beds=number(1630, "c1", "currency", ' office:currency="CNY"'))),
    "thousands": one(good(beds=number(1630, "n1"))),
    "scientific": one(good(beds=number(1630, "s1"))),
    "chinese_dates": one(good(founded=day("2026-05-15", "d2"), period=day("2026-05-01", "d3"))),
    "american_date": one(good(founded=day("2026-05-15", "d4"))),
    "dates_from_1904": one(good(), settings='<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>'),
    "formulas": one(good(beds=formula("815*2"), share=formula("45/82*100"), remark=formula("&quot;月&quot;&amp;&quot;报&quot;"))),
    "division_by_zero": one(good(share=formula("1/0"))),
    "not_available": one(good(remark=formula("NA()"))),
    "hidden_column": document(sheet("填报", [HEADER_ROW, good()], columns=f'<table:table-column table:number-columns-repeated="5"/><table:table-column{HIDDEN}/>')),
    "hidden_row": one(good(), good().replace("<table:table-row>", f"<table:table-row{HIDDEN}>")),
    "filtered_row": one(good(), good(name=text("洛埠")).replace("<table:table-row>", '<table:table-row table:visibility="filter">'),
                        content_after='<table:database-ranges><table:database-range table:name="a" table:target-range-address="填报.A1:填报.F3" table:display-filter-buttons="true">'
                                      '<table:filter><table:filter-condition table:field-number="0" table:value="龙潭" table:operator="="/></table:filter></table:database-range></table:database-ranges>'),
    "merged": one(good(remark=text("月报", ' table:number-rows-spanned="2"')), good(name=text("洛埠"), remark="<table:covered-table-cell/>")),
    "hidden_first_sheet": document(sheet("字典", [row(text("下拉"))], style="hidden"), sheet("填报", [HEADER_ROW, good()])),
    "two_sheets": document(sheet("4月", [HEADER_ROW, good()]), sheet("5月", [HEADER_ROW, good()])),
    "line_breaks": one(good(remark='<table:table-cell office:value-type="string"><text:p>月报</text:p><text:p>第二行 <text:span>丰</text:span>富</text:p></table:table-cell>')),
    "styled_empty_rows": one(good(), row(number("", "p1").replace(' office:value-type="float" office:value=""', ""), more=' table:number-rows-repeated="50000"')),
    "boolean": one(good(remark=formula("TRUE()"))),
}
CSV = "名称,床位数,占比,成立日期,周期,备注\n龙潭,1630,55.3%,2026-05-15,2026-05,月报\n"


def convert(sources, target, folder, way="xlsx:Calc MS Excel 2007 XML", reading=()):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", *reading, "--convert-to", way, "--outdir", target, *sources], check=True, stdout=subprocess.DEVNULL)


def main():
    target = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, content in BOOKS.items():
            paths.append(os.path.join(folder, name + ".fods"))
            with open(paths[-1], "w", encoding="utf-8") as file:
                file.write(content)
        convert(paths, target, folder)
        convert([paths[0]], folder, folder, "ods:calc8")
        os.rename(os.path.join(folder, "plain.ods"), os.path.join(folder, "through_ods.ods"))
        convert([os.path.join(folder, "through_ods.ods")], target, folder)
        with open(os.path.join(folder, "from_csv.csv"), "w", encoding="utf-8") as file:
            file.write(CSV)
        convert([os.path.join(folder, "from_csv.csv")], target, folder, reading=["--infilter=CSV:44,34,76,1"])
        os.rename(paths[0], os.path.join(folder, "iso_dialect.fods"))
        convert([os.path.join(folder, "iso_dialect.fods")], target, folder, "xlsx:Calc Office Open XML")


if __name__ == "__main__":
    main()
