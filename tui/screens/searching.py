"""Choosing what is listed: search words, in which filters are words too, and the filter panel."""

from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from provenance.errors import ProvenanceError
from provenance.model.queue import ClaimQuery, Facets
from tui.outside import outside
from tui.screens.filter import FilterDialog
from tui.screens.finding import Finding
from tui.screens.query_words import in_words


class Searching(Finding):
    """The list, and the two ways to say what shall be in it."""

    class FacetsRead(Message):
        """A worker has counted what each filter would leave."""

        def __init__(self, facets: Facets) -> None:
            super().__init__()
            self.facets = facets

    # --- search ------------------------------------------------------------------------------------------------------

    def action_search(self) -> None:
        """Type words; filters are words too."""
        self.add_class("-searching")
        field = self.query_one("#search", Input)
        field.value = in_words(self.query_shown)
        field.cursor_position = len(field.value)
        field.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """A complaint stands until something else is typed."""
        if event.input.id == "search":
            self.remove_class("-search-wrong")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Look for the words, or say under the field which one makes no sense."""
        if event.input.id != "search":
            return
        try:
            query = self.app.desk.parse_query(event.value)
        except ProvenanceError as error:
            self.query_one("#search-error", Static).update(Content(outside(str(error), self.app.signs)))
            self.add_class("-search-wrong")
            return
        self.close_search()
        order = query.order if "order" in query.model_fields_set else self.query_shown.order
        self.look_for(query.model_copy(update={"order": order}), stay=True)

    def close_search(self) -> None:
        """Put the field away."""
        self.remove_class("-searching", "-search-wrong")
        self.claims.focus()

    def clear_filters(self) -> None:
        """Close the search field; with none open, list everything."""
        if self.has_class("-searching"):
            self.close_search()
        elif in_words(self.query_shown):
            self.look_for(ClaimQuery(order=self.query_shown.order), stay=True)

    # --- filter panel ------------------------------------------------------------------------------------------------

    def action_filter(self) -> None:
        """Count what each filter would leave, then show the panel."""
        self.run_worker(self._fetch_facets, thread=True, exclusive=True, group="facets")

    def _fetch_facets(self) -> None:
        try:
            unfiltered = ClaimQuery(text=self.query_shown.text, article=self.query_shown.article, group=self.query_shown.group)
            self.post_message(self.FacetsRead(self.app.desk.facets(unfiltered)))
        except Exception as error:
            self.post_message(self.Failed(error))

    def on_searching_facets_read(self, message: FacetsRead) -> None:
        """Show the panel; what is chosen there becomes the query."""

        def chosen(query: ClaimQuery | None) -> None:
            if query is not None and query != self.query_shown:
                self.look_for(query, stay=True)

        self.app.push_screen(FilterDialog(message.facets, self.query_shown), chosen)
