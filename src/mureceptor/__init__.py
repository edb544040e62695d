"""The mu receptor, explained: receptor model, evidence, figures and the live chart."""
