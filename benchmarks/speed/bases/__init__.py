"""What commands are held against; each file is a process by itself."""
