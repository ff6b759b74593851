"""Files in the shapes that other programs give them, in small: all are read."""

from __future__ import annotations

import pytest

from translator.exchange import xliff

ONE = "urn:oasis:names:tc:xliff:document:1.2"

SDL = f"""<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="{ONE}" version="1.2"
 sdl:version="1.0"><doc-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"/>
<file original="a.docx" datatype="x-sdlfilterframework2" source-language="en-US"
 target-language="es-ES"><header><file-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"/>
<sdl:ref-files/><tag-defs xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><tag id="5"/></tag-defs>
</header><body><group><sdl:cxts><sdl:cxt id="1"/></sdl:cxts>
<trans-unit id="0b7f" translate="yes"><source><g id="5">The ferry</g> is late.</source>
<seg-source><mrk mtype="seg" mid="1"><g id="5">The ferry</g> is late.</mrk></seg-source>
<target><mrk mtype="seg" mid="1"><g id="5">El barco</g> tarda.</mrk></target>
<sdl:seg-defs><sdl:seg id="1" conf="Translated" origin="tm" percent="95"/></sdl:seg-defs>
</trans-unit></group></body></file></xliff>"""

MEMOQ = f"""<xliff version="1.2" xmlns="{ONE}" xmlns:mq="MQXliff">
<file original="a.html" source-language="en" target-language="es" datatype="x-memoq"
 mq:kind="x"><header><mq:export-path>C:\\a</mq:export-path></header><body>
<trans-unit id="1" mq:status="Confirmed" xml:space="preserve">
<source xml:space="preserve">The <bpt id="1" ctype="bold">&lt;b&gt;</bpt>ferry<ept id="1">&lt;/b&gt;
</ept> is late.</source>
<target xml:space="preserve">El <bpt id="1">&lt;b&gt;</bpt>barco<ept id="1">&lt;/b&gt;</ept> tarda.\
</target><mq:minorversions/></trans-unit></body></file></xliff>"""

ANGULAR = f"""<?xml version="1.0" encoding="UTF-8" ?>
<xliff version="1.2" xmlns="{ONE}"><file source-language="en" target-language="es"
 datatype="plaintext" original="ng2.template"><body>
<trans-unit id="introduction" datatype="html"><source>The ferry <x id="INTERPOLATION"
 equiv-text="{{{{name}}}}"/> is late.</source><target>El barco <x id="INTERPOLATION"
 equiv-text="{{{{name}}}}"/> tarda.</target><context-group purpose="location">
<context context-type="sourcefile">app/a.html</context>
<context context-type="linenumber">3</context>
</context-group><note priority="1" from="description">A sentence</note></trans-unit>
</body></file></xliff>"""

XCODE = f"""<xliff xmlns="{ONE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 version="1.2" xsi:schemaLocation="{ONE} http://docs.oasis-open.org/xliff.xsd">
<file original="App/en.lproj/L.strings" source-language="en" target-language="es"
 datatype="plaintext"><header><tool tool-id="com.apple.dt.xcode" tool-name="Xcode"
 tool-version="15.0" build-num="15A"/></header><body><trans-unit id="k" xml:space="preserve">
<source>The ferry %@ is late.</source><target>El barco %@ tarda.</target><note/></trans-unit>
</body></file></xliff>"""

OLD = """<!DOCTYPE xliff PUBLIC "-//XLIFF//DTD XLIFF//EN" "http://www.oasis-open.org/xliff.dtd">
<xliff version="1.0"><file original="a" source-language="EN" target-language="ES"
 datatype="html"><body><trans-unit id="1"><source>The ferry is late.</source>
<target>El barco tarda.</target></trans-unit></body></file></xliff>"""

OKAPI = """<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en-US" trgLang="es-419"
 xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" xmlns:its="http://www.w3.org/2005/11/its"
 its:version="2.0"><file id="f1" original="a.html"><skeleton href="a.skl"/><group id="g1" name="p"
 type="x:p"><unit id="tu1" fs:fs="p" its:annotatorsRef="mt|x"><originalData><data id="d1">{0}</data>
</originalData><segment id="s1" state="final"><source>The ferry <ph id="1" dataRef="d1"
 canCopy="no" canDelete="no" disp="{0}" equiv="x"/> is <mrk id="m1" type="term" ref="#x">late</mrk\
>.</source><target>El barco <ph id="1" dataRef="d1"/> tarda.</target></segment></unit></group>
</file></xliff>"""

PREFIXED = f"""<x:xliff version="1.2" xmlns:x="{ONE}"><x:file original="a" source-language="en"
 target-language="es" datatype="html"><x:body><x:trans-unit id="1"><x:source>The <x:g id="1">ferry\
</x:g> is late.</x:source><x:target>El <x:g id="1">barco</x:g> tarda.</x:target></x:trans-unit>
</x:body></x:file></x:xliff>"""


ALL = [SDL, MEMOQ, ANGULAR, XCODE, OLD, OKAPI, PREFIXED]


@pytest.mark.parametrize("text", ALL, ids=range(1, 8))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_it_is_read(text: str, encoding: str) -> None:
    ((source, target),) = [
        (one.source, one.target) for one in xliff.texts(text.encode(encoding), "x.xlf")
    ]
    assert source.replace(" %@", "") == "The ferry is late."
    assert target.replace(" %@", "") == "El barco tarda."
