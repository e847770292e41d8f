"""The words: how a sentence, a number, a date and an amount are said to a reader."""
