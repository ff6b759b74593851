"""The screens: the library of articles, the editor of one, and the small ones over them."""
