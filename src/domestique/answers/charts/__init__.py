"""Every chart as a drawing and as a specification."""
