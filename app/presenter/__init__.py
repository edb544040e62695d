"""The live-demo mode: a talk made of the explainer's own figures."""
