"""What several families of rules use."""
