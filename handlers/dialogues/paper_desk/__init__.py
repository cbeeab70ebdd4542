"""The office's part of the report in chat: lists, words of each section, last month's tasks."""
