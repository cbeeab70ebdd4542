"""Edits in a running LibreOffice, the way a clerk makes them. Run by the system's Python, which has UNO:

    python3 libreoffice_edits.py SOFFICE SOURCE.docx TARGET.docx EDIT[,EDIT…]

Each edit is a method of `Clerk`; what is typed goes through the same code as the keyboard.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue


def main(soffice, source, target, edits):
    profile = tempfile.mkdtemp(prefix="baocao_uno_")
    work = shutil.copy(
        source, os.path.join(profile, "work.docx")
    )  # a stale lock beside a file keeps it from opening
    pipe = os.path.basename(profile)
    command = [soffice, f"-env:UserInstallation=file://{profile}", "--headless", "--invisible", "--nologo"]
    command += ["--norestore", f"--accept=pipe,name={pipe};urp"]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        context = _connected(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        document = desktop.loadComponentFromURL(_url(work), "_blank", 0, (_property("Hidden", True),))
        clerk = Clerk(context, document)
        for edit in edits.split(","):
            getattr(clerk, edit)()
        document.storeToURL(_url(target), (_property("FilterName", "MS Word 2007 XML"),))
        document.close(True)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)
        shutil.rmtree(profile, ignore_errors=True)


def _connected(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not start")


def _url(path):
    return "file://" + os.path.abspath(path)


def _property(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


class Clerk:
    """One who edits: `document` is open in a window that is not shown."""

    def __init__(self, context, document):
        self.document = document
        self.controller = document.CurrentController
        self.cursor = self.controller.ViewCursor
        self.dispatcher = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", context
        )

    # What hands do.

    def _press(self, command, **arguments):
        given = tuple(_property(name, value) for name, value in arguments.items())
        self.dispatcher.executeDispatch(self.controller.Frame, f".uno:{command}", "", 0, given)

    def _type(self, text):
        self._press("InsertText", Text=text)

    def _find(self, text):
        search = self.document.createSearchDescriptor()
        search.SearchString, search.SearchCaseSensitive = text, True
        found = self.document.findFirst(search)
        if found is None:
            raise SystemExit(f"not found: {text}")
        return found

    def _go(self, place):
        self.cursor.gotoRange(place, False)

    def _go_left_of(self, text):
        """One step left of a text: into the figure that ends there."""
        self._go(self._find(text).Start)
        self.cursor.goLeft(1, False)

    def _select(self, start, end):
        cursor = start.Text.createTextCursorByRange(start)
        cursor.gotoRange(end, True)
        self.controller.select(cursor)

    def _select_line(self, text):
        self._go(self._find(text).Start)
        self._press("EndOfParaSel")

    # Prose.

    def nothing(self):
        pass

    def prose_changed(self):
        self._find("phong trào công nhân").setString("đời sống người lao động")

    def prose_typed(self):
        self._go(self._find("giữ nền nếp").Start)
        self._type("cơ bản ")

    def words_beside_figure(self):
        self._go(self._find(" đoàn viên, trong đó").End)
        self._type(" có")

    def section_rewritten(self):
        self._select(self._find("Đường đi lại").Start, self._find("eo hẹp.").End)
        self._type("Không có khó khăn lớn.")

    # Figures.

    def figure_changed(self):
        self._go_left_of(" đoàn viên, trong đó")
        self._press("SwBackspace")
        self._type("9")

    def figure_retyped(self):
        self._go_left_of(" buổi nói chuyện")
        self._press("SwBackspace")
        self._press("SwBackspace")
        self._type("15")

    def figure_emptied(self):
        self._go_left_of(" buổi nói chuyện")
        self._press("SwBackspace")
        self._press("SwBackspace")

    def money_changed(self):
        self._go_left_of("; cho vay")
        self.cursor.goLeft(len(".000.000 đồng"), False)
        self._press("SwBackspace")
        self._type("8")

    def figure_deleted(self):
        self._select(self._find("; cho vay").Start, self._find(" hộ.").End)
        self._press("Delete")
        self._type(".")

    def figure_typed_beside(self):
        """The control emptied, the new number typed behind it."""
        self.figure_emptied()
        self._go(self._find("buổi nói chuyện").Start)
        self._type("20 ")

    def digit_before_figure(self):
        self._go(self._find("Thăm hỏi ").End)
        self._type("1")

    # Paragraphs.

    def paragraph_added(self):
        self._go(self._find("về người lao động.").End)
        self._press("InsertPara")
        self._type("Đoạn mới do văn thư thêm.")

    def paragraph_added_between(self):
        self._go(self._find(" số bản tin.").End)
        self._press("InsertPara")
        self._type("Đoạn giữa do văn thư thêm.")

    def paragraph_added_first(self):
        self._go(self._find("1. Công tác tuyên truyền").End)
        self._press("InsertPara")
        self._type("Đoạn đầu do văn thư thêm.")

    def task_added_last(self):
        self._go(self._find("3. Chăm lo Tết.").End)
        self._press("InsertPara")
        self._type("4. Sơ kết phong trào thi đua.")

    def paragraph_split(self):
        self._go(self._find(" nữ; ").End)
        self._press("InsertPara")

    def paragraphs_merged(self):
        self._go(self._find("Kinh phí tập huấn").Start)
        self._press("SwBackspace")

    def paragraph_deleted(self):
        self._select_line("Kinh phí tập huấn")
        self._press("Delete")
        self._press("SwBackspace")

    def paragraph_moved(self):
        self._select_line("Đài tỉnh phát")
        self._press("Cut")
        self._go(self._find("tại nơi làm việc.").End)
        self._press("InsertPara")
        self._press("Paste")

    def paragraph_copied(self):
        self._select_line("Đài tỉnh phát")
        self._press("Copy")
        self._go(self._find("tại nơi làm việc.").End)
        self._press("InsertPara")
        self._press("Paste")

    # Headings.

    def heading_changed(self):
        self._go(self._find("5. Tổ chức cán bộ").End)
        self._type(", kiểm tra")

    def heading_deleted(self):
        self._select_line("3. Chăm lo đời sống")
        self._press("Delete")
        self._press("Delete")

    # With changes recorded.

    def record_changes(self):
        self.document.RecordChanges = True

    def tracked_prose(self):
        self.record_changes()
        self.prose_typed()
        self.paragraph_added()
        self._select(self._find("Đường đi lại").Start, self._find("vùng cao").End)
        self._press("Delete")

    def tracked_merge(self):
        self.record_changes()
        self._go(self._find("Kinh phí tập huấn").Start)
        self._press("SwBackspace")

    def tracked_figure(self):
        self.record_changes()
        self.figure_deleted()


if __name__ == "__main__":
    main(*sys.argv[1:])
