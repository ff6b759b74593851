"""The screen: a shell over the workflows, in Textual. Paints and asks; holds no rule of its own."""
