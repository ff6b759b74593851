"""The parts of the screens: lists drawn line by line, the area one types in, lines of status."""
