using Avance.Cli;

return Application.Run(args, new Terminal(Console.Out, Console.Error));
