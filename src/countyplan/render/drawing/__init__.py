"""What charts are drawn from, for whatever draws them: where their scales run, and where what they tell finds room."""
