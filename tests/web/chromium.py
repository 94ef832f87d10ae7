"""The windows of the tests of the desk: sizes, and a window that counts what it complains of."""

PHONE, TABLET, DESK = {"width": 375, "height": 740}, {"width": 768, "height": 1024}, {"width": 1440, "height": 900}


class Window:
    """One person's browser window; complaints of the console and questions to other hosts are kept."""

    def __init__(self, browser, address, size=DESK, scheme="light", scripts=True):
        self.origin = address.partition("/start")[0]
        self.context = browser.new_context(viewport=size, color_scheme=scheme, java_script_enabled=scripts)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.outside: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._asked)
        self.page.goto(address)

    def _asked(self, request):
        if not request.url.startswith(self.origin):
            self.outside.append(request.url)

    def open(self, path):
        """Goes to a page of the desk; fails where it is not answered."""
        answer = self.page.goto(self.origin + path)
        assert answer is None or answer.ok, (path, answer.status)
        return self.page

    def press(self, *keys):
        """Presses keys, each when the one before has been answered."""
        for key in keys:
            self.page.keyboard.press(key)
            self.page.wait_for_timeout(30)
            while self.page.locator("[data-card] button:disabled").count():
                self.page.wait_for_timeout(20)

    def close(self):
        self.context.close()
