print("apparatus")
